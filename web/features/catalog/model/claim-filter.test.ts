import { expect, it } from 'vitest'
import { scopeOf } from '@/widgets/work-list/model/scope.ts'
import { claimPlace, claimSearch, claimTabLabel, claimTaskSearch, tabsWith } from './claim-filter.ts'

it('begins with what waits, and falls back on it', () => {
  expect(claimSearch.parse({}).state).toBe('pending')
  expect(claimSearch.parse({ state: 'nonsense' }).state).toBe('pending')
  expect(claimSearch.parse({ state: 'all', items: '01320001000010.01320001000020' })).toMatchObject({
    state: 'all',
    items: '01320001000010.01320001000020',
  })
})
it('takes nothing for items but codes', () => {
  for (const wrong of ['1', 'x'.repeat(14), '01320001000010.', "01320001000010') or 1=1"])
    expect(claimSearch.parse({ items: wrong }).items).toBeUndefined()
})
it('looks at another body in its place', () => {
  const org = '00000000-0000-4000-8000-0000000000a2'
  expect(scopeOf(claimPlace(claimSearch.parse({ org })), { overlooks: false })).toBe('all')
  expect(scopeOf(claimPlace(claimSearch.parse({})), { overlooks: false })).toBe('own')
})
it('keeps the tab when the conditions are cleared', () => {
  const filter = claimSearch.parse({ state: 'claimed', q: '特种' })
  expect({ ...filter, ...claimSearch.cleared }).toEqual({ ...claimSearch.defaults, state: 'claimed' })
})
it('counts on the tabs what is known', () => {
  expect(tabsWith(undefined)[0]).toEqual({ key: 'pending', label: '待认领' })
  expect(tabsWith({ pending: 3, all: 5 }).map(({ label, count }) => `${label} ${count}`)).toEqual([
    '待认领 3',
    '已认领 0',
    '申请不认领 0',
    '不认领 0',
    '全部 5',
  ])
  expect(claimTabLabel('ended')).toBe('事项已取消')
})
it('lists the tasks of a body wherever they lie', () => {
  expect(scopeOf(claimTaskSearch.defaults, { overlooks: false })).toBe('all')
})
