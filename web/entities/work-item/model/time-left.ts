import { toInstant, formatDate } from '@/shared/format/date.ts'

const hour = 3_600_000

interface TimeLeft {
  dueAt: string | null
  /** Counted by the database; null where it was not asked for. */
  workdaysLeft: number | null
  unit?: string | undefined
}

/** 剩 3 个工作日 / 今天到期 / 超期 2 个工作日; a term of hours within a day of its end: 剩 5 小时. */
export function timeLeft({ dueAt, workdaysLeft, unit }: TimeLeft, now = Date.now()): string {
  if (!dueAt) return '无期限'
  const gap = toInstant(dueAt).getTime() - now
  if (unit === 'hour' && Math.abs(gap) < 24 * hour) {
    const hours = Math.floor(Math.abs(gap) / hour)
    return `${gap < 0 ? '超期' : '剩'}${hours === 0 ? '不足 1 小时' : ` ${hours} 小时`}`
  }
  const isOver = gap < 0
  const isToday = formatDate(dueAt) === formatDate(new Date(now).toISOString())
  if (!isOver && isToday) return '今天到期'
  if (workdaysLeft === null) return calendarDays(gap)
  // Over since a Friday, asked on the Saturday: late, though no working day has gone by.
  if (isOver) return workdaysLeft < 0 ? `超期 ${-workdaysLeft} 个工作日` : '超期不足 1 个工作日'
  return workdaysLeft > 0 ? `剩 ${workdaysLeft} 个工作日` : '剩不足 1 个工作日'
}

/** Where nobody counted working days: calendar days, and named so. */
function calendarDays(gap: number) {
  const days = Math.max(1, Math.round(Math.abs(gap) / (24 * hour)))
  return gap < 0 ? `超期 ${days} 个自然日` : `剩 ${days} 个自然日`
}
