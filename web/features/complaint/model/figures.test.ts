import { describe, expect, it } from 'vitest'
import { onTimeRate, totalOf, type Figure } from './figures.ts'
import { figuresSearch, spanOf } from './figures-filter.ts'
import { toFiguresOption } from './to-figures-option.ts'

const row = (patch: Partial<Figure>): Figure => ({ key: '1', label: '甲', received: 0, open: 0, late: 0, closed: 0, on_time: 0, ...patch })

describe('totals', () => {
  it('adds counts', () => expect(totalOf([row({ received: 3, late: 1 }), row({ received: 4 })])).toMatchObject({ received: 7, late: 1 }))
  it('is zero for nothing', () => expect(totalOf([])).toEqual({ received: 0, open: 0, late: 0, closed: 0, on_time: 0 }))
  it('gives a rate of what is closed', () => {
    expect([row({}), row({ closed: 45, on_time: 43 }), row({ closed: 2, on_time: 2 })].map(onTimeRate)).toEqual(['—', '95.6%', '100%'])
  })
})

describe('period', () => {
  const today = '2026-11-21'
  it.each([
    ['week', { from: '2026-11-15', to: today }],
    ['month', { from: '2026-10-23', to: today }],
    ['year', { from: '2026-01-01', to: today }],
  ] as const)('%s', (period, span) => expect(spanOf({ ...figuresSearch.defaults, period }, today)).toEqual(span))
  it('takes custom days from the address', () => {
    expect(spanOf(figuresSearch.parse({ period: 'custom', from: '2026-03-01', to: '2026-03-31' }), today)).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
    })
  })
})

describe('chart option', () => {
  const colors = { closed: '#111', open: '#222', late: '#333', text: '#000', line: '#ccc' }
  const series = (rows: Figure[]) => toFiguresOption(rows, colors).series.map((one) => one.data)
  it('draws nothing for no rows', () => expect(series([])).toEqual([[], [], []]))
  it('splits open into in time and late', () => {
    expect(series([row({ received: 10, closed: 4, open: 6, late: 2 })])).toEqual([[4], [4], [2]])
  })
  it('puts the busiest first and keeps at most fifteen', () => {
    const rows = Array.from({ length: 20 }, (_, i) => row({ label: `区${i}`, received: i }))
    const { xAxis } = toFiguresOption(rows, colors)
    expect([xAxis.data.length, xAxis.data[0]]).toEqual([15, '区19'])
  })
  it('never goes below zero when late cases are already closed', () => {
    expect(series([row({ received: 2, closed: 2, open: 0, late: 1 })])).toEqual([[2], [0], [0]])
  })
})
