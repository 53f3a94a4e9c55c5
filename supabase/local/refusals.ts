/**
 * What an officer was refused goes on record: the transaction that refused it is taken back, so the gateway tells the
 * project (`private.on_refused`). Only what says "you may not" or "not found"; a form that is filled in wrongly is no
 * attempt at anything.
 */
import pg from 'pg'
import { messageOf } from './errors.ts'
import { bearerOf, identify } from './realtime/token.ts'

const HOOK = 'private.on_refused(jsonb)'
const REFUSED = /^(PT403|PT404|42501)$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** A body that is larger carries more than ids. */
const MAX_BODY = 10_000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

async function jsonOf(message: Request | Response | undefined): Promise<Record<string, unknown>> {
  const value: unknown = await message?.json().catch(() => undefined)
  return isRecord(value) ? value : {}
}

export interface RefusalOptions {
  /** Logs in as `postgres`: the hook is the project's. */
  hookUrl: string
  jwtSecret: string
  log: (line: string) => void
}

export function createRefusalRecord({ hookUrl, jwtSecret, log }: RefusalOptions) {
  const pool = new pg.Pool({ connectionString: hookUrl, max: 1 })
  pool.on('error', ({ message }) => log(`[api] ${message}`))

  async function tell(event: object): Promise<void> {
    const { rows } = await pool.query<{ hook: string | null }>('select to_regprocedure($1) as hook', [HOOK])
    if (rows[0]?.hook) await pool.query('select private.on_refused($1)', [JSON.stringify(event)])
  }

  return {
    /** To be taken before the request is answered, which uses its body up. */
    copyOf(request: Request): Request | undefined {
      const isCall = request.method === 'POST' && new URL(request.url).pathname.startsWith('/rest/v1/rpc/')
      return isCall && Number(request.headers.get('content-length') ?? 0) <= MAX_BODY ? request.clone() : undefined
    },
    /** The answer waits for it: who asks in a loop is on record before the next question. */
    async note(request: Request, copy: Request | undefined, response: Response): Promise<void> {
      if (response.status !== 403 && response.status !== 404) return void copy?.body?.cancel().catch(() => undefined)
      const claims = identify(bearerOf(request.headers), { jwtSecret, publishableKey: '', secretKey: '' })?.claims
      const { code, message } = await jsonOf(response.clone())
      if (typeof claims?.sub !== 'string' || typeof code !== 'string' || !REFUSED.test(code)) return
      const ids = Object.entries(await jsonOf(copy)).filter(([, value]) => typeof value === 'string' && UUID.test(value))
      const event = {
        user_id: claims.sub,
        function: new URL(request.url).pathname.replace(/^\/rest\/v1\/(rpc\/)?/, ''),
        code: code === '42501' ? code : message,
        ids: Object.fromEntries(ids),
        request_id: request.headers.get('x-request-id'),
      }
      await tell(event).catch((error: unknown) => log(`[api] ${messageOf(error)}`))
    },
    close: () => pool.end(),
  }
}
