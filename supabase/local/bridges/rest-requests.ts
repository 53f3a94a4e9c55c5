/**
 * What a request to PostgREST may not ask of @supabase/lite: a planned or estimated count comes from the planner, which
 * knows nothing of row-level security, so it tells how many rows are hidden. Such a request gets the exact count.
 */
const GUESSED_COUNT = /\bcount\s*=\s*(?:planned|estimated)\b/gi

export function bridgeRestRequest(request: Request): Request {
  const prefer = request.headers.get('prefer')
  if (!prefer || !/^\/rest\/v1(\/|$)/.test(new URL(request.url).pathname)) return request
  const rewritten = prefer.replace(GUESSED_COUNT, 'count=exact')
  if (rewritten === prefer) return request
  const headers = new Headers(request.headers)
  headers.set('prefer', rewritten)
  return new Request(request, { headers })
}
