import { z } from 'zod'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'

export const periods = ['week', 'month', 'quarter', 'year', 'custom'] as const
export type Period = (typeof periods)[number]
export const periodLabels: Record<Period, string> = { week: '近 7 天', month: '近 30 天', quarter: '近 90 天', year: '今年以来', custom: '自定义' }

const schema = z.object({
  by: z.enum(['region', 'line']).catch('region'),
  region: z.coerce.number().int().min(100_000_000).max(999_999_999).optional().catch(undefined),
  line: z.string().max(40).optional().catch(undefined),
  period: z.enum(periods).catch('month'),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
export type FiguresFilter = z.infer<typeof schema>

const defaults: FiguresFilter = { by: 'region', region: undefined, line: undefined, period: 'month', from: undefined, to: undefined }
export const figuresSearch = {
  defaults,
  parse: (raw: Record<string, string>): FiguresFilter => schema.parse({ ...defaults, ...raw }),
}

/** Both days included. */
export function spanOf({ period, from, to }: FiguresFilter, today = todayInShanghai()): { from: string; to: string } {
  switch (period) {
    case 'week':
      return { from: addDays(today, -6), to: today }
    case 'month':
      return { from: addDays(today, -29), to: today }
    case 'quarter':
      return { from: addDays(today, -89), to: today }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case 'custom':
      return { from: from ?? addDays(today, -29), to: to ?? today }
  }
}
