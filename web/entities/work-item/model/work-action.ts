import { z } from 'zod'

const fieldTypes = ['text', 'textarea', 'select', 'date', 'number', 'boolean', 'region', 'org', 'orgs', 'officer', 'files', 'rows'] as const

/** What a transition asks for, as the database describes it; an unknown type is asked for as text. */
export const requiredFieldSchema = z.object({
  field: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes).catch('text'),
  code_set: z.string().nullish(),
  required: z.boolean().default(true),
  min: z.number().nullish(),
  /** Length of a text, number of rows, or the largest number. */
  max: z.number().nullish(),
  not_past: z.boolean().default(false),
})
export type RequiredField = z.infer<typeof requiredFieldSchema>

export const workActionSchema = z.object({
  action: z.string(),
  label: z.string(),
  tone: z.enum(['primary', 'default', 'danger']).catch('default'),
  requires: z.array(requiredFieldSchema),
  /** A form of the module, for what single fields cannot hold. */
  form: z.string().nullable(),
  /** A second person must agree: the action only asks. */
  needs_approval: z.boolean(),
  /** Why it cannot be done just now. */
  blocked: z.string().nullable(),
  /** The terms that it starts, keeps or lengthens, by their legal basis; only what was checked against the text. */
  basis: z.array(z.object({ label: z.string(), basis: z.string() })).default([]),
  sort: z.number(),
})
export type WorkAction = z.infer<typeof workActionSchema>

export type Payload = Record<string, unknown>

/** Nothing for what was left empty, trimmed text; numbers, yes and no, lists and rows as they are. */
export function toPayload(fields: readonly Pick<RequiredField, 'field'>[], values: Record<string, unknown>): Payload {
  const payload: Payload = {}
  for (const { field } of fields) {
    const value = typeof values[field] === 'string' ? values[field].trim() : values[field]
    const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (!isEmpty) payload[field] = value
  }
  return payload
}

/** 提请不予受理: what needs a second person is only asked for. */
export const actionName = ({ label, needs_approval: isAsked }: Pick<WorkAction, 'label' | 'needs_approval'>) => (isAsked ? `提请${label}` : label)

const rank = ({ tone, blocked }: WorkAction) => (blocked ? 2 : tone === 'primary' ? 0 : 1)

/** What is meant to be done first stands first, what cannot be done last; what cannot be undone stands apart. */
export function arrangeActions(actions: readonly WorkAction[]): { main: WorkAction[]; danger: WorkAction[] } {
  const ordered = [...actions].sort((a, b) => rank(a) - rank(b) || a.sort - b.sort)
  return { main: ordered.filter(({ tone }) => tone !== 'danger'), danger: ordered.filter(({ tone }) => tone === 'danger') }
}

/** Each reason once, with the actions that it holds up. */
export function blockedReasons(actions: readonly WorkAction[]): { reason: string; names: string[] }[] {
  const byReason = new Map<string, string[]>()
  for (const action of actions) if (action.blocked) byReason.set(action.blocked, [...(byReason.get(action.blocked) ?? []), actionName(action)])
  return [...byReason].map(([reason, names]) => ({ reason, names }))
}
