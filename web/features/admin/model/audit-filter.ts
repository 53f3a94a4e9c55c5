import { z } from 'zod'

const text = z.string().max(120).catch('')
const schema = z.object({ table: text, key: text, actor: text })
export type AuditFilter = z.infer<typeof schema>

const defaults: AuditFilter = { table: '', key: '', actor: '' }
export const auditSearch = { defaults, parse: (raw: Record<string, string>): AuditFilter => schema.parse({ ...defaults, ...raw }) }
