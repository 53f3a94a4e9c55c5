import { expect, it } from 'vitest'
import { inboxSearch } from './inbox-filter.ts'
import { nextBox, tileGroupsOf, toBoxFilter } from './inbox-tiles.ts'
import { dutiesOf } from './work-rights.ts'

const leader = dutiesOf({ permissions: ['complaint.read', 'complaint.instruct'] })
const handler = dutiesOf({ permissions: ['complaint.handle'] })
const reviewer = dutiesOf({ permissions: ['complaint.approve'] })
const coordinator = dutiesOf({ permissions: ['complaint.dispatch', 'complaint.supervise'] })
const lead = dutiesOf({ permissions: ['complaint.handle', 'complaint.approve'] })
const keysOf = (duties: typeof lead) => tileGroupsOf(duties).map(({ title, tiles }) => `${title}: ${tiles.map(({ key }) => key).join(' ')}`)

it('offers nobody a desk that they do not have', () => {
  expect(keysOf(leader)).toEqual(['跟进: supervised followed'])
  expect(keysOf(coordinator)).toEqual(['本单位: org unassigned today soon late', '跟进: sent supervised'])
})

it('has one’s own for whoever handles, what waits for a decision for whoever approves, both for a lead', () => {
  expect([handler, reviewer, lead].map((duties) => keysOf(duties)[0])).toEqual(['本人: mine', '本人: approval', '本人: mine approval'])
})

it('narrows a tile to its rows and to nothing else', () => {
  const [, body] = tileGroupsOf(lead)
  const filterOf = (key: string) => body?.tiles.flatMap((tile) => (tile.key === key ? [toBoxFilter(tile)] : []))[0]
  expect(filterOf('late')).toEqual({ ...inboxSearch.defaults, box: 'org', due: 'late' })
  expect(filterOf('unassigned')).toEqual({ ...inboxSearch.defaults, box: 'org', handler: 'none' })
})

it('goes on with what waits for a decision, then one’s own, then the body’s', () => {
  expect(nextBox(lead, { approval: 1, mine: 2 })).toBe('approval')
  expect(nextBox(handler, { approval: 1, mine: 2 })).toBe('mine')
  expect(nextBox(lead, { approval: 0, mine: 0 })).toBe('org')
  expect(nextBox(coordinator, {})).toBe('org')
})
