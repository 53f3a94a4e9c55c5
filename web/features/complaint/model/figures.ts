import { z } from 'zod'

export interface FiguresRequest {
  region: number
  line: string | undefined
  from: string
  to: string
  by: 'region' | 'line'
}

export const figureSchema = z.object({
  key: z.string(),
  label: z.string(),
  received: z.number(),
  open: z.number(),
  late: z.number(),
  closed: z.number(),
  on_time: z.number(),
})
export type Figure = z.infer<typeof figureSchema>

/** The groups are complete and disjoint, so their counts add up. */
export function totalOf(rows: readonly Figure[]) {
  const sum = (pick: (row: Figure) => number) => rows.reduce((total, row) => total + pick(row), 0)
  return {
    received: sum((r) => r.received),
    open: sum((r) => r.open),
    late: sum((r) => r.late),
    closed: sum((r) => r.closed),
    on_time: sum((r) => r.on_time),
  }
}

/** Of those closed; nothing closed, nothing to say. */
export const onTimeRate = ({ closed, on_time }: Pick<Figure, 'closed' | 'on_time'>) =>
  closed === 0 ? '—' : `${Math.round((on_time / closed) * 1000) / 10}%`
