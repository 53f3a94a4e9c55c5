import { z } from 'zod'

export const notificationSchema = z.object({
  id: z.number(),
  item_id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  created_at: z.string(),
  is_read: z.boolean(),
})
export type Notification = z.infer<typeof notificationSchema>
