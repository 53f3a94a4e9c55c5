/**
 * A trigger on auth.users that refuses a row makes GoTrue answer `unexpected_failure` with a fixed text; lite
 * answers a body the client library takes for a lost connection, which it would retry.
 */
export async function bridgeAuthErrors(request: Request, response: Response): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (response.status !== 500 || !pathname.startsWith('/auth/v1/')) return response
  const text = await response.text()
  const headers = new Headers(response.headers)
  if (!text.includes('"server_error"')) return new Response(text, { status: 500, headers })
  const message =
    pathname === '/auth/v1/signup' ? 'Database error saving new user' : 'Unexpected failure, please check server logs for more information'
  headers.delete('content-length')
  headers.set('x-sb-error-code', 'unexpected_failure')
  return new Response(JSON.stringify({ code: 'unexpected_failure', error_code: 'unexpected_failure', message, msg: message }), {
    status: 500,
    headers,
  })
}
