import { z } from 'zod'

const day = z.iso.date().optional().catch(undefined)
const flag = z
  .enum(['true'])
  .transform(() => true)
  .optional()
  .catch(undefined)

const schema = z.object({
  /** Absent: the own body, or the region for a body that coordinates one. */
  scope: z.enum(['own', 'all']).optional().catch(undefined),
  type: z.enum(['complaint', 'tip']).optional().catch(undefined),
  state: z.string().max(40).optional().catch(undefined),
  light: z.enum(['green', 'yellow', 'orange', 'red']).optional().catch(undefined),
  late: flag,
  /** 承办人: oneself, or nobody yet. */
  handler: z.enum(['me', 'none']).optional().catch(undefined),
  /** Rated 不满意 or 非常不满意. */
  unhappy: flag,
  open: flag,
  closed: flag,
  region: z.coerce.number().int().min(100_000_000).max(999_999_999).optional().catch(undefined),
  exact: flag,
  line: z.string().max(40).optional().catch(undefined),
  from: day,
  to: day,
  q: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
  sort: z.enum(['-filed_at', 'filed_at', 'due_at', '-due_at', '']).catch('-filed_at'),
})
export type CaseFilter = z.infer<typeof schema>

const defaults: CaseFilter = {
  scope: undefined,
  type: undefined,
  state: undefined,
  light: undefined,
  late: undefined,
  handler: undefined,
  unhappy: undefined,
  open: undefined,
  closed: undefined,
  region: undefined,
  exact: undefined,
  line: undefined,
  from: undefined,
  to: undefined,
  q: '',
  page: 1,
  size: 20,
  sort: '-filed_at',
}

export const caseSearch = {
  defaults,
  parse: (raw: Record<string, string>): CaseFilter => schema.parse({ ...defaults, ...raw }),
}

/** Whose work is what others do, at a coordinating body or over a line: their list is their region. */
export const overlooks = (session: { is_coordinator: boolean; roles: readonly string[] }) =>
  session.is_coordinator || session.roles.includes('line_supervisor')

export const scopeOf = (filter: CaseFilter, overlooking: boolean): 'own' | 'all' =>
  filter.region || filter.line ? 'all' : (filter.scope ?? (overlooking ? 'all' : 'own'))

/** What is set besides scope, paging and order. */
export const isNarrowed = (filter: CaseFilter) =>
  (['type', 'state', 'light', 'late', 'handler', 'unhappy', 'open', 'closed', 'region', 'line', 'from', 'to', 'q'] as const).some((key) =>
    Boolean(filter[key]),
  )

export const clearedFilter: Partial<CaseFilter> = {
  type: undefined,
  state: undefined,
  light: undefined,
  late: undefined,
  handler: undefined,
  unhappy: undefined,
  open: undefined,
  closed: undefined,
  region: undefined,
  exact: undefined,
  line: undefined,
  from: undefined,
  to: undefined,
  q: '',
  page: 1,
}
