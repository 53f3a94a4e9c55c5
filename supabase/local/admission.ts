/** Who is let in, before anything is read: connections by address, requests and uploads by network. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf } from '../functions/_shared/network.ts'
import { clientAddress, plainAddress, trustedProxies } from './http.ts'
import { InFlight, limits as usual, Refused, type Limits } from './limits.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export function createAdmission(own: Partial<Limits> = {}) {
  const limits = { ...usual, ...own }
  const connections = new InFlight()
  const requests = new InFlight()
  const uploads = new InFlight()

  return {
    /** False: one too many, to be closed unheard. */
    connects(socket: Socket): boolean {
      const address = plainAddress(socket.remoteAddress ?? '')
      if (trustedProxies().has(address)) return true
      if (connections.of(address) >= limits.connectionsOfAddress) return false
      socket.once('close', connections.enter(address))
      return true
    },

    /** Throws Refused. What is let in counts until it has been answered, an upload too. */
    enter(incoming: IncomingMessage, outgoing: ServerResponse): void {
      if (!METHODS.has(incoming.method ?? '')) throw new Refused(405, 'method.not_allowed', '不支持这种请求方法')
      if ((incoming.url ?? '').length > limits.addressLength)
        throw new Refused(414, 'limit.address_length', `网址过长（最多 ${limits.addressLength} 个字符），请减少筛选条件`)
      const network = networkOf(clientAddress(incoming))
      if (requests.of(network) >= limits.requestsOfNetwork)
        throw new Refused(429, 'limit.requests', '您所在的网络同时发来的请求过多，请稍后再试；您填写的内容仍然保留')
      outgoing.once('close', requests.enter(network))
      const length = incoming.headers['content-length']
      // What does not say how long it is may be long.
      const isUpload = Number(length ?? 0) > limits.bodyBytes || (length === undefined && incoming.headers['transfer-encoding'] !== undefined)
      if (!isUpload) return
      if (uploads.of(network) >= limits.uploadsOfNetwork)
        throw new Refused(429, 'limit.uploads', '您所在的网络正在上传的文件过多，请稍后再试；您填写的内容仍然保留')
      if (uploads.of('') >= limits.uploads) throw new Refused(503, 'limit.uploads', '正在上传的文件过多，请稍后再试；您填写的内容仍然保留')
      outgoing.once('close', uploads.enter(network))
      outgoing.once('close', uploads.enter(''))
    },
  }
}
