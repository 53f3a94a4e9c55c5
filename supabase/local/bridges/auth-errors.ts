/**
 * A trigger on auth.users that refuses a row makes GoTrue answer `unexpected_failure` with a fixed text; lite
 * answers a body the client library takes for a lost connection, which it would retry. A sign-up with an address that
 * has an account is refused in the same words: the sign-up form tells nobody who has one. A banned account is refused by
 * our trigger on its session (lite looks at it with other providers only) and answered as GoTrue does.
 */
import { whoAsked } from './asked.ts'

const isTaken = (status: number, text: string) => status === 422 && text.includes('"user_already_exists"')
const isServerError = (status: number, text: string) => status === 500 && text.includes('"server_error"')

export async function bridgeAuthErrors(request: Request, response: Response): Promise<Response> {
  const { pathname } = new URL(request.url)
  const { status } = response
  if ((status !== 500 && status !== 422) || !pathname.startsWith('/auth/v1/')) return response
  const isSignUp = pathname === '/auth/v1/signup'
  const text = await response.text()
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  if (!isServerError(status, text) && !(isSignUp && isTaken(status, text))) return new Response(text, { status, headers })
  if (whoAsked()?.refusal === 'user_banned')
    return Response.json({ code: 'user_banned', error_code: 'user_banned', message: 'User is banned', msg: 'User is banned' }, { status: 403 })
  const message = isSignUp ? 'Database error saving new user' : 'Unexpected failure, please check server logs for more information'
  headers.set('x-sb-error-code', 'unexpected_failure')
  return new Response(JSON.stringify({ code: 'unexpected_failure', error_code: 'unexpected_failure', message, msg: message }), {
    status: 500,
    headers,
  })
}
