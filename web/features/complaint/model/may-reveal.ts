import type { RevealAsk } from './case-parts.ts'

const day = 24 * 3600 * 1000

/** Of a closed case: whether an ask of this officer was granted less than a day ago. The database has the last word. */
export const mayRevealNow = (asks: readonly RevealAsk[], officerId: string, now = Date.now()): boolean =>
  asks.some((ask) => ask.asked_by === officerId && ask.is_granted === true && ask.decided_at !== null && now - Date.parse(ask.decided_at) < day)
