/**
 * Second factors (TOTP) at the addresses, in the tables and with the answers of GoTrue, which the embedded auth service
 * has not: enrol, challenge, verify, unenrol; `GET /user` lists them. Stricter in one thing, as RFC 6238 §5.2 asks: a
 * code counts once. `mfa.test.ts` tells when upstream has it.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { bearerOf, identify } from '../realtime/token.ts'

export type Fetch = (request: Request) => Promise<Response>

export interface MfaOptions {
  /** Logs in as `authenticator`, which does the work of the auth service. */
  dbUrl: string
  /** Logs in as `postgres`: the hook is the project's. */
  hookUrl: string
  jwtSecret: string
  log: (line: string) => void
}

interface Caller {
  userId: string
  sessionId: string
  email: string
  aal: string
}

interface Factor {
  id: string
  friendly_name: string
  status: 'unverified' | 'verified'
  secret: string
}

const PERIOD = 30
const CHALLENGE_SECONDS = 300
const MAX_FACTORS = 10
const HOOK = 'private.on_second_factor_attempt(jsonb)'

class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const answer = ({ status, code, message }: Refusal) =>
  Response.json({ code, error_code: code, message, msg: message }, { status, headers: { 'x-sb-error-code': code } })

const totpOf = (secret: string, label = '', issuer = '') => new TOTP({ secret: Secret.fromBase32(secret), label, issuer, digits: 6, period: PERIOD })

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'bad_json', 'Could not parse request body as JSON')
  return body as Record<string, unknown>
}

export const isMfa = ({ pathname }: URL) => pathname === '/auth/v1/factors' || pathname.startsWith('/auth/v1/factors/')

export function createMfa({ dbUrl, hookUrl, jwtSecret, log }: MfaOptions) {
  const pool = new pg.Pool({ connectionString: dbUrl, max: 2 })
  const hooks = new pg.Pool({ connectionString: hookUrl, max: 1 })
  for (const one of [pool, hooks]) one.on('error', ({ message }) => log(`[auth] ${message}`))
  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[]) => (await pool.query<Row>(sql, values)).rows

  async function callerOf(request: Request): Promise<Caller> {
    const claims = identify(bearerOf(request.headers), { jwtSecret, publishableKey: '', secretKey: '' })?.claims
    const [found] = await rows<Caller>(
      `select s.user_id as "userId", s.id as "sessionId", u.email, coalesce(s.aal, 'aal1') as aal
       from auth.sessions as s join auth.users as u on u.id = s.user_id where s.id::text = $1 and s.user_id::text = $2`,
      [claims?.session_id ?? '', claims?.sub ?? ''],
    )
    if (!found) throw new Refusal(403, 'session_not_found', 'Session from session_id claim in JWT does not exist')
    return found
  }

  async function factorOf(caller: Caller, id: string): Promise<Factor> {
    const [found] = await rows<Factor>(
      `select id, friendly_name, status, secret from auth.mfa_factors where id::text = $1 and user_id = $2 and factor_type = 'totp'`,
      [id, caller.userId],
    )
    if (!found) throw new Refusal(404, 'mfa_factor_not_found', 'MFA factor not found')
    return found
  }

  const hasVerified = async ({ userId }: Caller) =>
    (await rows(`select from auth.mfa_factors where user_id = $1 and status = 'verified'`, [userId])).length > 0

  async function enroll(caller: Caller, request: Request): Promise<Response> {
    const { factor_type: type, friendly_name: name = '', issuer } = await bodyOf(request)
    if (type !== 'totp') throw new Refusal(422, 'validation_failed', 'factor_type needs to be totp')
    if (typeof name !== 'string' || name.length > 100) throw new Refusal(422, 'validation_failed', 'friendly_name is not a short text')
    if (caller.aal !== 'aal2' && (await hasVerified(caller))) throw new Refusal(403, 'insufficient_aal', 'AAL2 required to enroll a new factor')
    // What was begun and never finished makes room, as in GoTrue.
    await pool.query(`delete from auth.mfa_factors where user_id = $1 and status = 'unverified'`, [caller.userId])
    const known = await rows<{ friendly_name: string }>('select friendly_name from auth.mfa_factors where user_id = $1', [caller.userId])
    if (known.length >= MAX_FACTORS)
      throw new Refusal(422, 'too_many_enrolled_mfa_factors', 'Maximum number of verified factors reached, unenroll to continue')
    if (name && known.some((one) => one.friendly_name === name))
      throw new Refusal(422, 'mfa_factor_name_conflict', `A factor with the friendly name "${name}" for this user already exists`)
    const secret = new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32
    const id = randomUUID()
    await pool.query(
      `insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, secret, created_at, updated_at)
       values ($1, $2, $3, 'totp', 'unverified', $4, now(), now())`,
      [id, caller.userId, name, secret],
    )
    const uri = totpOf(secret, caller.email, typeof issuer === 'string' && issuer ? issuer : new URL(request.url).hostname).toString()
    // GoTrue draws the picture too; the pages draw their own from the address.
    return Response.json({ id, type: 'totp', friendly_name: name, totp: { qr_code: '', secret, uri } })
  }

  async function challenge(caller: Caller, id: string, request: Request): Promise<Response> {
    await factorOf(caller, id)
    const made = randomUUID()
    await pool.query("delete from auth.mfa_challenges where factor_id = $1 and created_at < now() - interval '1 hour'", [id])
    await pool.query('insert into auth.mfa_challenges (id, factor_id, created_at, ip_address) values ($1, $2, now(), $3)', [
      made,
      id,
      request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() || '127.0.0.1',
    ])
    return Response.json({ id: made, type: 'totp', expires_at: Math.floor(Date.now() / 1000) + CHALLENGE_SECONDS })
  }

  /** What the project's hook says of the attempt; without a hook it goes on. */
  async function assertAllowed(event: { factor_id: string; user_id: string; valid: boolean }): Promise<void> {
    const { rows: found } = await hooks.query<{ hook: string | null }>('select to_regprocedure($1) as hook', [HOOK])
    if (!found[0]?.hook) return
    const { rows: said } = await hooks.query<{ answer: { decision: string; message?: string } }>(
      'select private.on_second_factor_attempt($1) as answer',
      [JSON.stringify(event)],
    )
    if (said[0]?.answer.decision === 'reject')
      throw new Refusal(403, 'mfa_verification_rejected', said[0].answer.message ?? 'MFA verification attempt rejected')
  }

  /** The step whose code it is, one before and one after allowed; null for any other. */
  function stepOf(secret: string, code: string): number | null {
    const delta = /^\d{6}$/.test(code) ? totpOf(secret).validate({ token: code, window: 1 }) : null
    return delta === null ? null : Math.floor(Date.now() / 1000 / PERIOD) + delta
  }

  /**
   * Whether no code of this step or a later one was used before. The factor is locked by a statement of its own: what
   * looks and writes must see what the one before it wrote. The step is kept where GoTrue keeps the code of a text message.
   */
  async function useOnce(factorId: string, challengeId: string, step: number): Promise<boolean> {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('select from auth.mfa_factors where id = $1 for update', [factorId])
      const { rowCount } = await client.query(
        `update auth.mfa_challenges as c set verified_at = now(), otp_code = $3
         where c.id = $1 and c.verified_at is null and not exists (
           select from auth.mfa_challenges as used where used.factor_id = $2 and used.verified_at is not null and used.otp_code::bigint >= $3::bigint)`,
        [challengeId, factorId, String(step)],
      )
      await client.query('commit')
      client.release()
      return rowCount === 1
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async function verify(caller: Caller, id: string, request: Request, next: Fetch): Promise<Response> {
    const factor = await factorOf(caller, id)
    const { challenge_id: challengeId, code } = await bodyOf(request)
    const [asked] = await rows<{ id: string; is_late: boolean }>(
      `select id, created_at < now() - make_interval(secs => $3) as is_late from auth.mfa_challenges where id::text = $1 and factor_id = $2 and verified_at is null`,
      [challengeId, id, CHALLENGE_SECONDS],
    )
    if (!asked) throw new Refusal(404, 'mfa_factor_not_found', 'MFA factor with the provided challenge ID not found')
    if (asked.is_late)
      throw new Refusal(422, 'mfa_challenge_expired', 'MFA challenge has expired, verify against another challenge or create a new challenge.')
    const step = stepOf(factor.secret, String(code))
    await assertAllowed({ factor_id: id, user_id: caller.userId, valid: step !== null })
    if (step === null) throw new Refusal(422, 'mfa_verification_failed', 'Invalid TOTP code entered')
    if (!(await useOnce(id, asked.id, step))) throw new Refusal(422, 'mfa_verification_failed', 'TOTP code has been used already')
    await pool.query(`update auth.mfa_factors set status = 'verified', updated_at = now() where id = $1 and status = 'unverified'`, [id])
    await pool.query(`update auth.sessions set aal = 'aal2', factor_id = $2 where id = $1`, [caller.sessionId, id])
    // Sessions that were opened with less are over, as in GoTrue.
    await pool.query(`delete from auth.sessions where user_id = $1 and id <> $2 and coalesce(aal, 'aal1') <> 'aal2'`, [
      caller.userId,
      caller.sessionId,
    ])
    return renewed(caller, request, next)
  }

  /** A new pair of tokens for the session, made by the auth service itself. */
  async function renewed({ userId, sessionId }: Caller, request: Request, next: Fetch): Promise<Response> {
    const token = randomBytes(12).toString('base64url')
    await pool.query(
      'insert into auth.refresh_tokens (id, token, user_id, session_id, revoked, created_at, updated_at) values ($1, $2, $3, $4, false, now(), now())',
      [randomUUID(), token, userId, sessionId],
    )
    const headers = new Headers({ 'content-type': 'application/json', apikey: request.headers.get('apikey') ?? '' })
    return next(
      new Request(new URL('/auth/v1/token?grant_type=refresh_token', request.url), {
        method: 'POST',
        headers,
        body: JSON.stringify({ refresh_token: token }),
      }),
    )
  }

  async function unenroll(caller: Caller, id: string): Promise<Response> {
    const factor = await factorOf(caller, id)
    if (factor.status === 'verified' && caller.aal !== 'aal2') throw new Refusal(403, 'insufficient_aal', 'AAL2 required to unenroll verified factor')
    await pool.query('delete from auth.mfa_factors where id = $1', [id])
    if (!(await hasVerified(caller))) await pool.query(`update auth.sessions set aal = 'aal1', factor_id = null where user_id = $1`, [caller.userId])
    return Response.json({ id })
  }

  async function route(request: Request, next: Fetch): Promise<Response> {
    const { pathname } = new URL(request.url)
    const [, id = '', act = ''] = /^\/auth\/v1\/factors\/([0-9a-f-]{36})(?:\/(challenge|verify))?$/.exec(pathname) ?? []
    const caller = await callerOf(request)
    const asked = `${request.method} ${act || (id ? 'one' : 'all')}`
    if (asked === 'POST all' && pathname === '/auth/v1/factors') return enroll(caller, request)
    if (asked === 'POST challenge') return challenge(caller, id, request)
    if (asked === 'POST verify') return verify(caller, id, request, next)
    if (asked === 'DELETE one') return unenroll(caller, id)
    throw new Refusal(404, 'not_found', '接口不存在')
  }

  return {
    async handle(request: Request, next: Fetch): Promise<Response> {
      try {
        return await route(request, next)
      } catch (error) {
        if (error instanceof Refusal) return answer(error)
        throw error
      }
    },
    /** Refuses a change of the password in a session that owes the second factor, as GoTrue does. */
    async assertMayChange(request: Request): Promise<Response | undefined> {
      const caller = await callerOf(request).catch(() => undefined)
      const isOwed = caller !== undefined && caller.aal !== 'aal2' && (await hasVerified(caller))
      return isOwed
        ? answer(new Refusal(401, 'insufficient_aal', 'AAL2 session is required to update email or password when MFA is enabled.'))
        : undefined
    },
    /** `GET /user` as GoTrue answers it, with the factors and without their secrets. */
    async withFactors(response: Response): Promise<Response> {
      if (!response.ok) return response
      const user = (await response.json()) as { id: string }
      const factors = await rows(
        'select id, friendly_name, factor_type, status, created_at, updated_at from auth.mfa_factors where user_id = $1 order by created_at',
        [user.id],
      )
      const headers = new Headers(response.headers)
      headers.delete('content-length')
      return new Response(JSON.stringify({ ...user, ...(factors.length > 0 ? { factors } : {}) }), { status: response.status, headers })
    },
    /** Browser and address of a new session, which GoTrue keeps and lite leaves empty. */
    async keepOrigin(request: Request, response: Response): Promise<void> {
      if (!response.ok) return
      const { access_token: token } = (await response.clone().json()) as { access_token?: string }
      const claims = identify(token ?? '', { jwtSecret, publishableKey: '', secretKey: '' })?.claims
      if (!claims?.session_id) return
      await pool.query('update auth.sessions set user_agent = $2, ip = $3 where id::text = $1', [
        claims.session_id,
        request.headers.get('user-agent')?.slice(0, 400) ?? null,
        request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() || null,
      ])
    },
    async close(): Promise<void> {
      await Promise.all([pool.end(), hooks.end()])
    },
  }
}

export type Mfa = ReturnType<typeof createMfa>
