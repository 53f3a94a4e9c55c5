import { z } from 'zod'
import { codeStandings, type CodeEntry } from './code-entry.ts'

const schema = z.object({
  set: z
    .string()
    .regex(/^[a-z_.]*$/)
    .catch(''),
  q: z.string().max(50).catch(''),
  standing: z.enum([...codeStandings, '']).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
  sort: z.enum(['code', '-code', 'label', '-label', 'from', '-from', '']).catch(''),
})
export type CodesFilter = z.infer<typeof schema>

const defaults: CodesFilter = { set: '', q: '', standing: '', page: 1, size: 20, sort: '' }
export const codesSearch = { defaults, parse: (raw: Record<string, string>): CodesFilter => schema.parse({ ...defaults, ...raw }) }
export const clearedCodesFilter = { q: '', standing: '', page: 1 } satisfies Partial<CodesFilter>
export const isNarrowed = ({ q, standing }: CodesFilter) => q !== '' || standing !== ''

const valueOf: Record<string, (entry: CodeEntry) => string> = {
  code: (entry) => entry.code,
  label: (entry) => entry.body.label,
  from: (entry) => entry.from,
  // In the order in which the lists show them.
  '': (entry) => `${entry.standing === 'ended' ? 1 : 0}${String(entry.body.sort).padStart(4, '0')}${entry.code}`,
}

export function matchingCodes(entries: readonly CodeEntry[], { q, standing, sort }: CodesFilter): CodeEntry[] {
  const value = valueOf[sort.replace(/^-/, '')] ?? ((entry: CodeEntry) => entry.code)
  const found = entries
    .filter((entry) => (standing === '' || entry.standing === standing) && (entry.code.includes(q) || entry.body.label.includes(q)))
    .sort((a, b) => value(a).localeCompare(value(b), 'zh-CN'))
  return sort.startsWith('-') ? found.reverse() : found
}
