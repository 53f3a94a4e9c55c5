import type { Counts, Figure, Measure } from '@/shared/module/figures.ts'

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** What there is to say of any flow, in the order of the notices. */
export const workMeasures: readonly Measure[] = [
  { key: 'received', title: '收到', definition: '所选时段内登记的件数', of: (c) => c.received, rows: {} },
  { key: 'closed', title: '办结', definition: '其中现已办结的件数', of: (c) => c.closed, rows: { closed: true } },
  { key: 'open', title: '在办', definition: '其中现仍在办的件数', of: (c) => c.open, rows: { open: true }, isAsOfNow: true },
  { key: 'late', title: '超期在办', definition: '在办件中现已超过期限的件数', of: (c) => c.late, rows: { open: true, late: true }, isAsOfNow: true },
  {
    key: 'on_time',
    title: '按期办结率',
    definition: '办结件中由办结单位在期限内办结的比例；没有办结件则不计',
    of: (c) => share(c.on_time, c.closed),
  },
]

export const satisfaction: Measure = {
  key: 'satisfied',
  title: '满意率',
  definition: '已评价的件中评为满意、非常满意的比例；没有评价则不计',
  of: (c) => share(c.satisfied, c.rated),
}

export const isRate = (measure: Measure) => measure.rows === undefined

/** The groups are complete and disjoint, so their counts add up. */
export function totalOf(rows: readonly Figure[]): Counts {
  const sum = (pick: (row: Figure) => number) => rows.reduce((total, row) => total + pick(row), 0)
  return {
    received: sum((r) => r.received),
    open: sum((r) => r.open),
    late: sum((r) => r.late),
    closed: sum((r) => r.closed),
    on_time: sum((r) => r.on_time),
    rated: sum((r) => r.rated),
    satisfied: sum((r) => r.satisfied),
  }
}

const percent = (value: number) => `${Math.round(value * 1000) / 10}%`

export function textOfValue(measure: Measure, value: number | null) {
  if (value === null) return '—'
  return isRate(measure) ? percent(value) : value.toLocaleString('zh-CN')
}

export const textOf = (measure: Measure, counts: Counts) => textOfValue(measure, measure.of(counts))

/** `+12.5%` of a count, `+1.2 个百分点` of a rate; nothing to compare with: `—`. */
export function changeOf(measure: Measure, now: Counts, before: Counts | undefined) {
  if (!before || measure.isAsOfNow) return '—'
  const value = measure.of(now)
  const base = measure.of(before)
  if (value === null || base === null) return '—'
  if (!isRate(measure) && base === 0) return '—'
  const change = Math.round((isRate(measure) ? value - base : (value - base) / base) * 1000) / 10
  return `${change > 0 ? '+' : ''}${change}${isRate(measure) ? ' 个百分点' : '%'}`
}
