import { expect, it } from 'vitest'
import { coverageRate, coverageSearch, coverageTotal, placeOfGroup, rateText } from './claim-coverage.ts'

const row = { asked: 10, claimed: 6, pending: 1, declining: 1, declined: 2 }

it('counts those that need not claim as none of the whole', () => {
  expect(coverageRate(row)).toBe(0.75)
  expect(coverageRate({ asked: 2, claimed: 0, declined: 2 })).toBeNull()
})
it('calls nothing full that is not', () => {
  expect(rateText(0.99999)).toBe('99.9%')
  expect(rateText(1)).toBe('100%')
  expect(rateText(null)).toBe('—')
})
it('adds up', () => {
  expect(coverageTotal([row, row])).toEqual({ asked: 20, claimed: 12, pending: 2, declining: 2, declined: 4 })
  expect(coverageTotal([])).toEqual({ asked: 0, claimed: 0, pending: 0, declining: 0, declined: 0 })
})
it('leads from a group to its rows', () => {
  const at = { region: 340100000, line: 'market' }
  expect(placeOfGroup({ key: '340102000' }, { ...at, by: 'region' })).toEqual({ region: 340102000, line: 'market' })
  expect(placeOfGroup({ key: '340100000' }, { ...at, by: 'region' })).toEqual({ region: 340100000, line: 'market', exact: true })
  expect(placeOfGroup({ key: 'housing' }, { ...at, line: undefined, by: 'line' })).toEqual({ region: 340100000, line: 'housing' })
  expect(placeOfGroup({ key: '01320001000010' }, { ...at, by: 'item' })).toEqual({ ...at, items: '01320001000010' })
  expect(placeOfGroup({ key: 'x' }, { ...at, by: 'org' })).toEqual({ ...at, org: 'x' })
})
it('falls back on the places', () => {
  expect(coverageSearch.parse({ by: 'month', region: '1' })).toEqual(coverageSearch.defaults)
})
