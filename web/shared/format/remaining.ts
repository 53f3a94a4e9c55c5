import { toInstant } from './date.ts'

const hour = 3_600_000
const day = 24 * hour

/** 剩余 3 天 / 剩余 5 小时 / 逾期 2 天; calendar days, for the eye only: the term itself is counted in the database. */
export function formatRemaining(dueAt: string | null, now = Date.now()) {
  if (!dueAt) return '无期限'
  const gap = toInstant(dueAt).getTime() - now
  const span = Math.abs(gap)
  const text = span >= day ? `${Math.floor(span / day)} 天` : `${Math.max(1, Math.floor(span / hour))} 小时`
  return gap < 0 ? `逾期 ${text}` : `剩余 ${text}`
}
