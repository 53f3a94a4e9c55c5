import { z } from 'zod/mini'

export const orgRow = z.object({
  id: z.string(),
  name: z.string(),
  region_code: z.number(),
  line_code: z.string(),
  is_coordinator: z.boolean(),
})
export type Org = z.infer<typeof orgRow>
