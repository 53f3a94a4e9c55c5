/**
 * @supabase/lite answers 500 `SUP` for every SQLSTATE it does not know (P0001, 23514, 57014 …) and drops the code.
 * PostgREST has a table for them. lite honours `raise sqlstate 'PGRST'`, which carries a whole answer, so an
 * unknown error is handed to it in that form.
 */
import { inspect } from 'node:util'

interface DatabaseError {
  code: string
  message: string
  detail?: string | null
  hint?: string | null
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && 'message' in error

/** Codes and classes lite already answers as PostgREST does. */
const KNOWN = /^(PGRST|PT.*|42...|22...|21...|23502|23503|23505|25006|55(?!000)...)$/

/** Of some requests lite makes a statement that is none. What it looked like is nobody's business; a search that cannot be read has other words. */
const BROKEN = /^syntax error at (or near|end of input)/
const UNREADABLE = JSON.stringify({ code: 'PGRST100', message: 'The request cannot be read.', details: null, hint: null })

/** The driver's and the server's ways of saying that the database is away for the moment. */
const UNAVAILABLE = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|57P0[123]|08...|53...)/

/** Status by SQLSTATE, as in PostgREST's documentation. */
function statusOf(code: string): number {
  if (UNAVAILABLE.test(code)) return 503
  // Only an argument nested too deeply does that, and whoever sent it must not send it again.
  if (code === '54000' || code === '54001') return 400
  // A view over several tables takes no writing, whoever asks: nothing of ours is broken.
  if (code === '55000') return 405
  if (code === 'P0001' || code.startsWith('23')) return 400
  if (/^(0L|0P|28)/.test(code)) return 403
  if (/^(09|25|2D|38|39|3B|40|54|57|58|F0|HV|P0|XX)/.test(code)) return 500
  return 400
}

/** lite prints what it answers with; the code is enough. */
const short = (code: string) => ({ [inspect.custom]: () => `[database error ${code}]` })

export function normalizeDatabaseError(error: unknown): unknown {
  if (!isDatabaseError(error)) return error
  const { code, message, detail = null, hint = null } = error
  if (code === '42601' && BROKEN.test(message))
    return { code: 'PGRST', sqlstate: code, message: UNREADABLE, detail: JSON.stringify({ status: 400, headers: {} }), ...short(code) }
  if (KNOWN.test(code)) return error
  const unavailable = UNAVAILABLE.test(code)
  return {
    code: 'PGRST',
    sqlstate: code,
    message: JSON.stringify({
      code: unavailable ? 'PGRST000' : code,
      message: unavailable ? 'Could not connect with the database.' : message,
      details: unavailable ? null : detail,
      hint: unavailable ? null : hint,
    }),
    detail: JSON.stringify({ status: statusOf(code), headers: unavailable ? { 'Retry-After': '1' } : {} }),
    ...short(code),
  }
}
