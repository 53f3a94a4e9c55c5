import { z } from 'zod'

export const figureSchema = z.object({
  key: z.string(),
  label: z.string(),
  received: z.number(),
  open: z.number(),
  late: z.number(),
  closed: z.number(),
  on_time_rate: z.number().nullable(),
})
export type Figure = z.infer<typeof figureSchema>

/** Totals of complete groups; a rate cannot be added up and is left to the database. */
export function totalOf(rows: readonly Figure[]) {
  const sum = (pick: (row: Figure) => number) => rows.reduce((total, row) => total + pick(row), 0)
  return { received: sum((r) => r.received), open: sum((r) => r.open), late: sum((r) => r.late), closed: sum((r) => r.closed) }
}

export const formatRate = (rate: number | null) => (rate === null ? '—' : `${Math.round(rate * 1000) / 10}%`)
