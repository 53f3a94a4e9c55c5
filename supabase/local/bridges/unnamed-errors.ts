/**
 * What the page shows with a number goes into the log with the same: an answer that names no reason the page knows.
 * The code alone, since the message may hold people's data; Postgres has the rest in its own log at that moment.
 */
const NAMED = /^(PT[1-4]|42501$|23505$|23503$|23514$|22P02$|P0001$|PGRST103$|PGRST116$|PGRST30[13]$)/

/** As toAppError of the page, which a test compares; a page beyond the end of a list is read anew. */
export const isNamed = (code: string) => NAMED.test(code)

const codeIn = (body: unknown) =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : undefined

export async function logUnnamed(request: Request, response: Response): Promise<void> {
  const { pathname } = new URL(request.url)
  if (response.status < 400 || !pathname.startsWith('/rest/v1/')) return
  const code = response.body
    ? codeIn(
        await response
          .clone()
          .json()
          .catch(() => null),
      )
    : undefined
  if (code ? isNamed(code) : response.status < 500) return
  const requestId = request.headers.get('x-request-id')
  console.error(JSON.stringify({ requestId, method: request.method, path: pathname, status: response.status, code }))
}
