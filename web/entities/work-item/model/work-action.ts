import { z } from 'zod'

const fieldTypes = ['text', 'textarea', 'select', 'org', 'date', 'region', 'number', 'boolean'] as const

/** What a transition asks for, as the database describes it; an unknown type is asked for as text. */
export const requiredFieldSchema = z.object({
  field: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes).catch('text'),
  code_set: z.string().nullish(),
  required: z.boolean().default(true),
  max: z.number().nullish(),
})
export type RequiredField = z.infer<typeof requiredFieldSchema>

export const workActionSchema = z.object({
  action: z.string(),
  label: z.string(),
  tone: z.enum(['primary', 'default', 'danger']).catch('default'),
  requires: z.array(requiredFieldSchema),
  sort: z.number(),
})
export type WorkAction = z.infer<typeof workActionSchema>

/** What work_act gets: trimmed text, nothing for what was left empty. */
export function toPayload(fields: readonly RequiredField[], values: Record<string, unknown>): Record<string, string | number | boolean> {
  const payload: Record<string, string | number | boolean> = {}
  for (const { field } of fields) {
    const value = values[field]
    if (typeof value === 'string' && value.trim() !== '') payload[field] = value.trim()
    else if (typeof value === 'number' || typeof value === 'boolean') payload[field] = value
  }
  return payload
}
