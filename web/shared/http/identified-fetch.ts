import { randomId } from '../hooks/random-id.ts'

/** The auth service of a hosted project lets pages of another origin send no header it does not know. */
const takesIdentity = /\/(rest|functions)\/v1\//
const isRest = /\/rest\/v1\//

/**
 * Every request carries an identity made here, which goes with it into the server's log and the audit log; what comes
 * back as an error of the API says whose it is, since its readers see the body alone.
 */
export const identifiedFetch: typeof fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input)
  if (!takesIdentity.test(url)) return fetch(input, init)
  const id = randomId()
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
  headers.set('x-request-id', id)
  const response = await fetch(input, { ...init, headers })
  return response.ok || !isRest.test(url) ? response : named(response, response.headers.get('x-request-id') ?? id)
}

/** A body that is no object belongs to somebody on the way (a proxy, or nobody: HEAD has none). */
async function named(response: Response, id: string): Promise<Response> {
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  headers.set('x-request-id', id)
  // Of the text as it travelled, not of what is handed on here.
  for (const name of ['content-length', 'content-encoding']) headers.delete(name)
  const text = await response.text()
  const body = parseObject(text) ?? (status >= 500 ? { code: `http.${status}`, message: '' } : null)
  return new Response(body ? JSON.stringify({ ...body, request_id: id }) : text, { status, statusText, headers })
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
