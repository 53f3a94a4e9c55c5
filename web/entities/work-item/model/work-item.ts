import { z } from 'zod'

export const lights = ['green', 'yellow', 'orange', 'red'] as const
export const lightSchema = z.enum(lights)
export type Light = z.infer<typeof lightSchema>
export const lightLabels: Record<Light, string> = { green: '正常', yellow: '临期', orange: '超期', red: '严重超期' }

export const inboxItemSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  kind_label: z.string(),
  no: z.string(),
  title: z.string(),
  subject_id: z.uuid(),
  state: z.string(),
  state_label: z.string(),
  is_open: z.boolean(),
  light: lightSchema,
  due_at: z.string().nullable(),
  due_is_provisional: z.boolean(),
  urge_count: z.number(),
  is_supervised: z.boolean(),
  version: z.number(),
  to_org_id: z.uuid(),
  to_org_name: z.string(),
  from_org_id: z.uuid(),
  from_org_name: z.string(),
  region_code: z.number(),
  region_name: z.string(),
  is_mine: z.boolean(),
  is_followed: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
})
export type InboxItem = z.infer<typeof inboxItemSchema>
export const inboxColumns = Object.keys(inboxItemSchema.shape).join(',')
