import { expect, it } from 'vitest'
import { tabOf, tabPatch, tabsOf } from './state-tabs.ts'

const states = [
  { state: 'waiting', label: '待签收', is_open: true },
  { state: 'working', label: '办理中', is_open: true },
  { state: 'answered', label: '已答复', is_open: false },
]
const none = { state: undefined, open: undefined, closed: undefined }

it('stands on 全部 for an address that names no state, and on a state nobody knows yet', () => {
  expect(tabOf(none, states)).toBe('all')
  expect(tabOf({ ...none, state: 'gone' }, [])).toBe('state:gone')
})
it.each([
  ['all', none],
  ['open', { ...none, open: true as const }],
  ['closed', { ...none, closed: true as const }],
  ['state:waiting', { ...none, state: 'waiting' }],
])('%s leads to the address that leads back to it', (key, filter) => {
  expect(tabPatch(key)).toEqual(filter)
  expect(tabOf(filter, states)).toBe(key)
})
it('keeps closed states under one tab', () => expect(tabOf({ ...none, state: 'answered' }, states)).toBe('closed'))
it('shows no number before it is known, then those states where something waits', () => {
  expect(tabsOf(none, states, undefined).map((tab) => [tab.label, tab.count])).toEqual([
    ['全部', undefined],
    ['全部在办', undefined],
    ['待签收', undefined],
    ['办理中', undefined],
    ['已办结', undefined],
  ])
  const labels = (filter: typeof none | { state: string; open: undefined; closed: undefined }) =>
    tabsOf(filter, states, { waiting: 3 }).map((tab) => `${tab.label} ${tab.count ?? '-'}`)
  expect(labels(none)).toEqual(['全部 -', '全部在办 3', '待签收 3', '已办结 -'])
  expect(labels({ ...none, state: 'working' })).toEqual(['全部 -', '全部在办 3', '待签收 3', '办理中 0', '已办结 -'])
})
