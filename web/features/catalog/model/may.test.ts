import { expect, it } from 'vitest'
import { mayKeepLaws } from './may-keep-laws.ts'
import { proposalsFor } from './may-propose.ts'

const officer = { permissions: ['catalog.propose'], line_code: 'market', is_coordinator: false }
const item = { state: 'in_force', line_code: 'market' } as const
const types = (...given: Parameters<typeof proposalsFor>) => proposalsFor(...given).map(({ type }) => type)

it('offers what may be asked for an item of the own department', () => {
  expect(types(item, officer)).toEqual(['amend', 'suspend', 'repeal'])
  expect(types({ ...item, state: 'suspended' }, officer)).toEqual(['amend', 'resume', 'repeal'])
})
it('offers nothing for what was repealed, for another department, or without the permission', () => {
  expect(types({ ...item, state: 'repealed' }, officer)).toEqual([])
  expect(types({ ...item, line_code: 'health' }, officer)).toEqual([])
  expect(types(item, { ...officer, permissions: [] })).toEqual([])
})
it('offers a coordinator any item', () => {
  expect(types({ ...item, line_code: 'health' }, { ...officer, line_code: null, is_coordinator: true })).toEqual(['amend', 'suspend', 'repeal'])
})
it('leaves the laws to the coordinator at the top of the site', () => {
  const top = { permissions: ['catalog.review'], is_coordinator: true, region_code: 340000000 }
  expect(mayKeepLaws(top, 340000000)).toBe(true)
  expect(mayKeepLaws({ ...top, region_code: 340100000 }, 340000000)).toBe(false)
  expect(mayKeepLaws({ ...top, permissions: [] }, 340000000)).toBe(false)
  expect(mayKeepLaws(top, undefined)).toBe(false)
})
