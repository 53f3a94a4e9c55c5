import { flag, number, shape, text, type Decoded } from '@/shared/http/decode.ts'

export const orgRow = shape({
  id: text,
  name: text,
  region_code: number,
  line_code: text,
  is_coordinator: flag,
})
export type Org = Decoded<typeof orgRow>
