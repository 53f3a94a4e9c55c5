import { z } from 'zod'
import type { RuleRow } from './deadline-rule.ts'

export const ruleMarks = { unconfirmed: '依据待核对', coming: '有待生效版本' } as const

const schema = z.object({
  q: z.string().max(50).catch(''),
  module: z
    .string()
    .regex(/^[a-z_]*$/)
    .catch(''),
  mark: z.enum(['unconfirmed', 'coming', '']).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
  sort: z.enum(['label', '-label', 'from', '-from', '']).catch(''),
})
export type RulesFilter = z.infer<typeof schema>

const defaults: RulesFilter = { q: '', module: '', mark: '', page: 1, size: 20, sort: '' }
export const rulesSearch = { defaults, parse: (raw: Record<string, string>): RulesFilter => schema.parse({ ...defaults, ...raw }) }
export const clearedRulesFilter = { q: '', module: '', mark: '', page: 1 } satisfies Partial<RulesFilter>
export const isNarrowed = ({ q, module, mark }: RulesFilter) => [q, module, mark].some((value) => value !== '')

const byMark = {
  unconfirmed: (row: RuleRow) => row.current?.is_confirmed === false,
  coming: (row: RuleRow) => row.next !== undefined,
  '': () => true,
}

/** All rules are few enough to come at once; sought, sorted and cut here. By module, then by name, unless asked otherwise. */
export function matchingRules(rows: readonly RuleRow[], { q, module, mark, sort }: RulesFilter): RuleRow[] {
  const found = rows.filter(
    (row) =>
      (module === '' || row.module === module) &&
      byMark[mark](row) &&
      [row.label, row.key, row.current?.legal_basis ?? '', row.next?.legal_basis ?? ''].some((text) => text.includes(q)),
  )
  const valueOf = (row: RuleRow) => {
    if (sort.endsWith('from')) return row.current?.effective_from ?? ''
    return sort ? row.label : row.key
  }
  const sorted = found.sort((a, b) => valueOf(a).localeCompare(valueOf(b), 'zh-CN'))
  return sort.startsWith('-') ? sorted.reverse() : sorted
}

export function pageOfRows<Row>(rows: readonly Row[], { page, size }: { page: number; size: number }): { rows: Row[]; count: number } {
  // A page beyond the end shows the first.
  const from = (page - 1) * size < rows.length ? (page - 1) * size : 0
  return { rows: rows.slice(from, from + size), count: rows.length }
}
