import { expect, it } from 'vitest'
import { codeIn } from './checked-paper.ts'

it.each([
  ['ABCD-2345-EFGH-6789', 'ABCD-2345-EFGH-6789'],
  [' abcd 2345 efgh 6789 ', 'ABCD-2345-EFGH-6789'],
  ['ＡＢＣＤ－２３４５－ＥＦＧＨ－６７８９', 'ABCD-2345-EFGH-6789'],
  ['https://site.example/paper/ABCD-2345-EFGH-6789', 'ABCD-2345-EFGH-6789'],
  ['ABCD-2345-EFGH', ''],
  ['ABCD-2345-EFGH-678I', ''],
  ['', ''],
])('%s is the code “%s”', (raw, code) => expect(codeIn(raw)).toBe(code))
