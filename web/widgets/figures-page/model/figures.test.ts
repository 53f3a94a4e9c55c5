import { describe, expect, it } from 'vitest'
import type { Figure } from '@/shared/module/figures.ts'
import { figuresSearch, spanOf } from './figures-search.ts'
import { changeOf, satisfaction, textOf, totalOf, workMeasures } from './measures.ts'
import { byDayAndHour, hasMap, linkOfGroup, twoYears } from './groups.ts'
import { monthsUpTo, spanBefore, spanYearEarlier } from './spans.ts'
import { toBarsOption, toPartsOption, toTrendOption, trendWords } from './to-options.ts'

const row = (patch: Partial<Figure>): Figure => ({
  key: '1',
  label: '甲',
  received: 0,
  open: 0,
  late: 0,
  closed: 0,
  on_time: 0,
  rated: 0,
  satisfied: 0,
  ...patch,
})
const measure = (key: string) => {
  const found = [...workMeasures, satisfaction].find((one) => one.key === key)
  if (!found) throw new Error(key)
  return found
}

describe('totals and rates', () => {
  it('is zero for nothing', () => expect(totalOf([])).toEqual({ received: 0, open: 0, late: 0, closed: 0, on_time: 0, rated: 0, satisfied: 0 }))
  it('adds counts', () => expect(totalOf([row({ received: 3, late: 1 }), row({ received: 4 })])).toMatchObject({ received: 7, late: 1 }))
  it('gives a rate of what is closed or rated, and none of nothing', () => {
    const rates = [row({}), row({ closed: 45, on_time: 43 }), row({ closed: 2, on_time: 2 })].map((one) => textOf(measure('on_time'), one))
    expect(rates).toEqual(['—', '95.6%', '100%'])
    expect(textOf(measure('satisfied'), row({ closed: 9, rated: 4, satisfied: 1 }))).toBe('25%')
  })
})

describe('comparison', () => {
  it('says nothing where there is nothing to compare with', () => {
    const now = row({ received: 4, open: 2, closed: 2, on_time: 1 })
    expect(changeOf(measure('received'), now, undefined)).toBe('—')
    expect(changeOf(measure('received'), now, row({}))).toBe('—')
    expect(changeOf(measure('on_time'), now, row({}))).toBe('—')
    expect(changeOf(measure('on_time'), row({}), now)).toBe('—')
    expect(changeOf(measure('open'), now, row({ open: 1 }))).toBe('—')
  })
  it('is of a count in percent, of a rate in points', () => {
    expect(changeOf(measure('received'), row({ received: 9 }), row({ received: 8 }))).toBe('+12.5%')
    expect(changeOf(measure('received'), row({}), row({ received: 8 }))).toBe('-100%')
    expect(changeOf(measure('received'), row({ received: 8 }), row({ received: 8 }))).toBe('0%')
    expect(changeOf(measure('on_time'), row({ closed: 4, on_time: 3 }), row({ closed: 2, on_time: 2 }))).toBe('-25 个百分点')
  })
})

describe('periods', () => {
  const today = '2026-11-21'
  it('are thirty days unless the address says otherwise', () => {
    expect(spanOf(figuresSearch.defaults, today)).toEqual({ from: '2026-10-23', to: today })
    expect(spanOf(figuresSearch.parse({ from: '2026-03-01', to: '2026-03-31' }), today)).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(spanOf({ from: '2026-11-01', to: undefined }, today)).toEqual({ from: '2026-11-01', to: today })
    expect(spanOf({ from: undefined, to: '2026-03-31' }, today)).toEqual({ from: '2026-03-02', to: '2026-03-31' })
  })
  it('never end before they begin', () => {
    expect(spanOf({ from: '2026-04-01', to: '2026-03-31' }, today)).toEqual({ from: '2026-03-02', to: '2026-03-31' })
    expect(spanOf({ from: '2027-01-01', to: undefined }, today)).toEqual({ from: '2027-01-01', to: '2027-01-01' })
  })
  it('are preceded by as many days', () => {
    expect(spanBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' })
    expect(spanBefore({ from: '2026-03-01', to: '2026-03-01' })).toEqual({ from: '2026-02-28', to: '2026-02-28' })
  })
  it('had the same days a year earlier, a leap day the one before it', () => {
    expect(spanYearEarlier({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2025-03-01', to: '2025-03-31' })
    expect(spanYearEarlier({ from: '2028-02-01', to: '2028-02-29' })).toEqual({ from: '2027-02-01', to: '2027-02-28' })
  })
  it('lie in a year of twelve whole months', () => {
    expect(monthsUpTo('2026-11-21', 12)).toEqual({ from: '2025-12-01', to: '2026-11-30' })
    expect(monthsUpTo('2024-02-01', 12)).toEqual({ from: '2023-03-01', to: '2024-02-29' })
  })
})

describe('drawings', () => {
  const colors = { series: ['#444'], closed: '#111', open: '#222', late: '#333', text: '#000', line: '#ccc', surface: '#fff' }
  const series = (rows: Figure[]) => toBarsOption(rows, colors).series.map((one) => one.data)
  it('draw nothing for no rows', () => expect(series([])).toEqual([[], [], []]))
  it('split open into in time and late, never below zero', () => {
    expect(series([row({ received: 10, closed: 4, open: 6, late: 2 })])).toEqual([[4], [4], [2]])
    expect(series([row({ received: 2, closed: 2, late: 1 })])).toEqual([[2], [0], [0]])
  })
  it('say the same of the whole', () => {
    const [ring] = toPartsOption({ received: 10, closed: 4, open: 6, late: 2, on_time: 0, rated: 0, satisfied: 0 }, colors).series
    expect(ring?.data.map(({ name, value }) => `${name} ${value}`)).toEqual(['已办结 4', '期限内在办 4', '超期在办 2'])
  })
  it('say in words what the line shows', () => {
    const months = [row({ label: '2026-01', received: 3, closed: 2 }), row({ label: '2026-02' })]
    expect(toTrendOption(months, [row({ received: 9 })], colors).series.map((one) => one.data)).toEqual([
      [0, null],
      [9, null],
      [3, 0],
      [2, 0],
    ])
    expect(trendWords(months)).toBe('2026-01 收到 3 件、已办结 2 件；2026-02 收到 0 件、已办结 0 件')
  })
})

describe('groups', () => {
  it('lead to their own rows, what is of the region itself and what has no line too', () => {
    expect(linkOfGroup('340102000', 'region', 340100000)).toEqual({ region: 340102000 })
    expect(linkOfGroup('340100000', 'region', 340100000)).toEqual({ exact: true })
    expect([linkOfGroup('market', 'line', 1), linkOfGroup('', 'line', 1)]).toEqual([{ line: 'market' }, { line: 'none' }])
  })
  it('lie on a map down to the county', () => expect([340000000, 340102000, 340102001].map(hasMap)).toEqual([true, true, false]))
  it('are hours of a weekday, two together, none lost', () => {
    const grid = byDayAndHour([
      row({ key: '1-00', received: 2 }),
      row({ key: '1-01', received: 3 }),
      row({ key: '7-23', received: 4 }),
      row({ key: '', received: 9 }),
    ])
    expect([grid.length, grid[0]?.length, grid[0]?.[0], grid[6]?.[11], grid.flat().reduce((a, b) => a + b, 0)]).toEqual([7, 12, 5, 4, 9])
  })
  it('are twelve months, each with the same of the year before', () => {
    const months = Array.from({ length: 24 }, (_, index) =>
      row({ key: `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` }),
    )
    const { now, before } = twoYears(months.toReversed())
    expect([now[0]?.key, now[11]?.key, before[0]?.key, before.length]).toEqual(['2026-01', '2026-12', '2025-01', 12])
    expect(twoYears(months.slice(0, 5)).before).toEqual([])
  })
})
