import { expect, it } from 'vitest'
import { toCsv } from './csv.ts'

const columns = [
  { title: '名称', value: (row: { name: string | null; n: number }) => row.name },
  { title: '件数', value: (row: { name: string | null; n: number }) => row.n },
]

it('quotes separators and doubles quotes', () => {
  expect(toCsv(columns, [{ name: '甲,"乙"', n: 1 }])).toBe('\uFEFF名称,件数\r\n"甲,""乙""",1\r\n')
})
it('disarms formulas but keeps negative numbers', () => {
  expect(toCsv(columns, [{ name: '=1+1', n: -2 }])).toContain("'=1+1,-2")
  expect(toCsv(columns, [{ name: '＝1+1', n: 1 }])).toContain("'＝1+1")
})
it('writes above the table what it is of, as one cell', () => {
  expect(toCsv(columns, [{ name: '甲', n: 1 }], '=名单，2026-11-24,全部')).toBe('\uFEFF"\'=名单，2026-11-24,全部"\r\n名称,件数\r\n甲,1\r\n')
})
it('leaves an empty cell for null', () => expect(toCsv(columns, [{ name: null, n: 0 }])).toContain('\r\n,0\r\n'))
