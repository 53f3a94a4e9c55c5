/** The request that is being answered, for what is done on its behalf further down: lite passes none of it on. */
import { AsyncLocalStorage } from 'node:async_hooks'

export interface Asked {
  method: string
  /** As PostgREST knows it, without its own prefix. */
  path: string
  headers: Headers
  isRest: boolean
}

const current = new AsyncLocalStorage<Asked>()

export function onBehalfOf<Result>(request: Request, work: () => Promise<Result>): Promise<Result> {
  const { pathname } = new URL(request.url)
  const isRest = pathname.startsWith('/rest/v1/')
  return current.run({ method: request.method, path: isRest ? pathname.slice(8) : pathname, headers: request.headers, isRest }, work)
}

export const whoAsked = () => current.getStore()

/** PostgREST reads in a transaction that cannot write. */
export const isRead = ({ isRest, method }: Asked) => isRest && (method === 'GET' || method === 'HEAD')
