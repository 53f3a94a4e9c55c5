import { z } from 'zod'
import { code, flag, listFilter, search, type StateOf } from '@/shared/list/list-filter.ts'

/** A law as the list shows it (view catalog_law_list), with the number of items that rest on it. */
export const lawSchema = z.object({
  code: z.string(),
  title: z.string(),
  doc_no: z.string(),
  kind: z.string(),
  issuer: z.string(),
  in_force_on: z.string().nullable(),
  repealed_on: z.string().nullable(),
  successor_code: z.string().nullable(),
  successor_title: z.string().nullable(),
  item_count: z.number(),
})
export type LawRow = z.infer<typeof lawSchema>
export const lawColumnNames = Object.keys(lawSchema.shape).join(',')

export const lawSearch = listFilter(
  {
    q: search('名称或文号'),
    kind: code('效力级别'),
    /** Law no more, today. */
    repealed: flag('已废止'),
  },
  { sorts: ['title', 'item_count', 'in_force_on', 'repealed_on'] },
)
export type LawFilter = StateOf<typeof lawSearch>

export const isRepealed = ({ repealed_on }: Pick<LawRow, 'repealed_on'>, today: string) => repealed_on !== null && repealed_on <= today

/** 现行, 已废止, or what is about to end. */
export function lawStanding(law: Pick<LawRow, 'repealed_on' | 'in_force_on'>, today: string): string {
  if (isRepealed(law, today)) return `${law.repealed_on} 起已废止`
  if (law.repealed_on) return `${law.repealed_on} 起废止`
  return law.in_force_on !== null && law.in_force_on > today ? '尚未施行' : '现行'
}
