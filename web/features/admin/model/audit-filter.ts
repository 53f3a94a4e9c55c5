import { z } from 'zod'
import { addDays, startOfDay } from '@/shared/format/date.ts'

const text = z.string().max(120).catch('')
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .or(z.literal(''))
  .catch('')
const schema = z.object({ table: text, key: text, actor: text, from: day, to: day })
export type AuditFilter = z.infer<typeof schema>

const defaults: AuditFilter = { table: '', key: '', actor: '', from: '', to: '' }
export const auditSearch = { defaults, parse: (raw: Record<string, string>): AuditFilter => schema.parse({ ...defaults, ...raw }) }

/** Days of Shanghai as moments: from the start of the first to the end of the last. */
export const periodOf = ({ from, to }: Pick<AuditFilter, 'from' | 'to'>) => ({
  ...(from ? { p_from: startOfDay(from) } : {}),
  ...(to ? { p_to: startOfDay(addDays(to, 1)) } : {}),
})
