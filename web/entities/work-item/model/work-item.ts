import { z } from 'zod'

export const lights = ['green', 'yellow', 'orange', 'red'] as const
export const lightSchema = z.enum(lights)
export type Light = z.infer<typeof lightSchema>
export const lightLabels: Record<Light, string> = { green: '正常', yellow: '临期', orange: '超期', red: '严重超期' }

/** A comparison with nobody (no 承办人 yet) comes back as null. */
const flag = z
  .boolean()
  .nullable()
  .transform((value) => value ?? false)

export const inboxItemSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  kind_label: z.string(),
  no: z.string(),
  title: z.string(),
  record_id: z.uuid(),
  state: z.string(),
  state_label: z.string(),
  is_open: z.boolean(),
  light: lightSchema,
  due_at: z.string().nullable(),
  due_is_provisional: z.boolean(),
  workdays_left: z.number().nullable(),
  urge_count: z.number(),
  is_supervised: z.boolean(),
  version: z.number(),
  org_id: z.uuid(),
  org_name: z.string(),
  sender_org_id: z.uuid(),
  sender_org_name: z.string(),
  owner_org_id: z.uuid(),
  owner_org_name: z.string(),
  handler_id: z.uuid().nullable(),
  handler_name: z.string().nullable(),
  region_code: z.number(),
  region_name: z.string(),
  is_mine: flag,
  is_handled_by_me: flag,
  awaits_my_approval: flag,
  has_open_approval: z.boolean(),
  is_followed: z.boolean(),
  parent_id: z.uuid().nullable(),
  child_count: z.number(),
  open_child_count: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
})
export type InboxItem = z.infer<typeof inboxItemSchema>
export const inboxColumns = Object.keys(inboxItemSchema.shape).join(',')
