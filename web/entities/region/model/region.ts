import { z } from 'zod/mini'

export const regionRow = z.object({
  code: z.number(),
  name: z.string(),
  full_name: z.string(),
  tier: z.number(),
  parent_code: z.nullable(z.number()),
})
export type Region = z.infer<typeof regionRow>

export const tierNames: Record<number, string> = { 2: '省', 3: '市', 4: '县（市、区）', 5: '乡镇（街道）' }
