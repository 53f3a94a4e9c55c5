import { maybe, number, shape, text, type Decoded } from '@/shared/http/decode.ts'

export const regionRow = shape({
  code: number,
  name: text,
  full_name: text,
  tier: number,
  parent_code: maybe(number),
})
export type Region = Decoded<typeof regionRow>

export const tierNames: Record<number, string> = { 2: '省', 3: '市', 4: '县（市、区）', 5: '乡镇（街道）' }
