/**
 * GoTrue calls a hook at every password it checks (`[auth.hook.password_verification_attempt]` in config.toml); the
 * embedded auth service knows no hooks, so the gateway calls it for what was refused.
 */
import { withClient } from './connections.ts'
import { messageOf } from './errors.ts'

const HOOK = 'private.on_password_attempt(jsonb)'
const CALL = `
  select private.on_password_attempt(jsonb_build_object('user_id', u.id, 'valid', false)) from auth.users u where lower(u.email) = lower($1)
`

async function emailOf(request: Request): Promise<string | undefined> {
  const body: unknown = await request.json().catch(() => undefined)
  return typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string' ? body.email : undefined
}

/** Says of an answer that the password was wrong; what cannot be put on record is in the log of the process. */
export function createAttemptHook(dbUrl: string, log: (line: string) => void) {
  return async (request: Request, status: number): Promise<void> => {
    if (status !== 400 || !new URL(request.url).pathname.endsWith('/token')) return
    const email = await emailOf(request)
    if (!email) return
    await withClient(dbUrl, async (db) => {
      const { rows } = await db.query<{ hook: string | null }>('select to_regprocedure($1) as hook', [HOOK])
      if (rows[0]?.hook) await db.query(CALL, [email])
    }).catch((error: unknown) => log(`[auth] ${messageOf(error)}`))
  }
}
