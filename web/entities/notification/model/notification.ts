import { z } from 'zod'

export const notificationSchema = z.object({
  id: z.number(),
  /** Null: about no item, to this officer by name. */
  item_id: z.uuid().nullable(),
  kind: z.string().nullable(),
  code: z.string(),
  title: z.string().nullable(),
  body: z.string(),
  created_at: z.string(),
  /** To this officer, not to everybody in the body. */
  is_personal: z.boolean(),
  is_read: z.boolean(),
})
export type Notification = z.infer<typeof notificationSchema>
export const notificationColumns = Object.keys(notificationSchema.shape).join(',')

export const unreadOf = (rows: readonly Notification[]) => rows.filter((row) => !row.is_read)
