/** The request that is being answered, for what is done on its behalf further down: lite passes none of it on. */
import { AsyncLocalStorage } from 'node:async_hooks'

export interface Asked {
  method: string
  /** As PostgREST knows it, without its own prefix. */
  path: string
  headers: Headers
  isRest: boolean
  /** What the database refused it with, where lite answers with a sentence of its own. */
  refusal?: string
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

export function noteRefusal(error: unknown): void {
  const asked = whoAsked()
  if (asked && error instanceof Error && 'code' in error && error.code === 'PT403') asked.refusal = error.message
}
