/**
 * How a message leaves the system. `console` writes one line to the output of the process, for machines without a
 * gateway; `http` posts it, signed, to the gateway of the installation (mail, short messages), which answers 2xx.
 */
export interface OutgoingMessage {
  id: string
  channel: string
  address: string
  subject: string
  text: string
}

export interface MessageChannel {
  /** Throws a MessageError when it was not taken; sending again does no harm. */
  send(message: OutgoingMessage): Promise<void>
}

/** What is kept of a failure and shown to who sent the message: never what the message says. */
export class MessageError extends Error {}

const channelNames: Record<string, string> = { email: '邮件', sms: '短信' }
const TIMEOUT_MS = 8_000

export const consoleChannel: MessageChannel = {
  async send({ channel, address, text }) {
    console.log(`[message] ${channelNames[channel] ?? channel} → ${address}：${text.replaceAll(/\s*\n\s*/g, ' ')}`)
  },
}

const hex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** HMAC-SHA256 over the time and the body: a signature cannot be used for another message, nor much later. */
export async function signatureOf(key: string, timestamp: string, body: string): Promise<string> {
  const encoder = new TextEncoder()
  const secret = await crypto.subtle.importKey('raw', encoder.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return `sha256=${hex(await crypto.subtle.sign('HMAC', secret, encoder.encode(`${timestamp}.${body}`)))}`
}

export function httpChannel(url: string, key: string): MessageChannel {
  return {
    async send(message) {
      const body = JSON.stringify(message)
      const timestamp = String(Math.floor(Date.now() / 1000))
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': message.id,
        'x-message-timestamp': timestamp,
        'x-message-signature': await signatureOf(key, timestamp, body),
      }
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
        throw new MessageError('消息网关没有答复')
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new MessageError(`消息网关拒绝（${answer.status}）`)
    },
  }
}

/** Where nothing is set up, nothing is sent: a code that ends in the log of a hosted function would be no secret. */
export function channelOf(option: (name: string) => string | undefined): MessageChannel {
  const [url, key] = [option('MESSAGE_URL'), option('MESSAGE_KEY')]
  if (url) {
    if (!key) throw new MessageError('没有配置消息网关的密钥（MESSAGE_KEY）')
    return httpChannel(url, key)
  }
  if (option('MESSAGE_CHANNEL') === 'console') return consoleChannel
  throw new MessageError('没有配置消息网关（MESSAGE_URL）')
}
