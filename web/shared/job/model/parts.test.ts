import { describe, expect, it } from 'vitest'
import { cellsOf, exportedOf, partsOf } from './parts.ts'

describe('what is exported', () => {
  it('is what columns have a text for, in their order', () => {
    const columns = exportedOf<{ a: number }>([{ title: '甲', text: ({ a }) => a }, { title: '图' }, { title: '乙', text: () => null }])
    expect(columns.map(({ title }) => title)).toEqual(['甲', '乙'])
    expect(cellsOf(columns, { a: 7 })).toEqual([7, null])
  })
})

describe('the pieces in which rows are sent', () => {
  it('have a thousand rows at most, and lose none', () => {
    const rows = Array.from({ length: 2_500 }, (_, n) => [n])
    const parts = partsOf(rows)
    expect(parts.map((part) => part.length)).toEqual([1_000, 1_000, 500])
    expect(parts.flat()).toEqual(rows)
    expect(partsOf([])).toEqual([])
  })

  it('stay below what a request takes, also when every row is long', () => {
    const parts = partsOf(Array.from({ length: 100 }, () => ['字'.repeat(20_000)]))
    expect(Math.max(...parts.map((part) => new TextEncoder().encode(JSON.stringify(part)).length))).toBeLessThan(1_000_000)
    expect(parts.flat()).toHaveLength(100)
  })
})
