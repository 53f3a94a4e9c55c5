import { z } from 'zod'

const schema = z.object({
  q: z.string().max(50).catch(''),
  org: z.uuid().or(z.literal('')).catch(''),
  role: z
    .string()
    .regex(/^[a-z_]*$/)
    .catch(''),
  account: z.enum(['active', 'disabled', '']).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
  sort: z.enum(['name', '-name', 'created_at', '-created_at', '']).catch(''),
})
export type OfficersFilter = z.infer<typeof schema>

const defaults: OfficersFilter = { q: '', org: '', role: '', account: '', page: 1, size: 20, sort: '' }
export const officersSearch = { defaults, parse: (raw: Record<string, string>): OfficersFilter => schema.parse({ ...defaults, ...raw }) }

/** What narrows the list, taken away. */
export const clearedOfficersFilter = { q: '', org: '', role: '', account: '', page: 1 } satisfies Partial<OfficersFilter>
export const isNarrowed = ({ q, org, role, account }: OfficersFilter) => [q, org, role, account].some((value) => value !== '')
