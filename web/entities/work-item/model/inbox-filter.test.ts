import { expect, it } from 'vitest'
import { boxesOf, firstBox, firstSort, inboxSearch } from './inbox-filter.ts'
import { dutiesOf } from './work-rights.ts'

it('falls back field by field on nonsense', () => {
  expect(inboxSearch.parse({ box: 'x', page: '-3', size: '7', sort: 'drop table', light: 'blue', due: 'never', handler: 'you' })).toEqual(
    inboxSearch.defaults,
  )
})
it('reads a full address', () => {
  expect(
    inboxSearch.parse({ box: 'done', light: 'red', due: 'late', handler: 'none', q: '超市', page: '3', size: '50', sort: '-created_at' }),
  ).toEqual({
    box: 'done',
    kind: undefined,
    light: 'red',
    due: 'late',
    handler: 'none',
    q: '超市',
    page: 3,
    size: 50,
    sort: '-created_at',
  })
})
it('orders closed work by when it was closed', () => {
  expect([firstSort('done'), firstSort('org'), firstSort(undefined)]).toEqual(['-closed_at', 'due_at', 'due_at'])
  expect(inboxSearch.parse({ box: 'done' }).sort).toBe('-closed_at')
})

const handler = dutiesOf({ permissions: ['complaint.handle'] })
const reviewer = dutiesOf({ permissions: ['complaint.approve'] })
const coordinator = dutiesOf({ permissions: ['complaint.dispatch', 'complaint.supervise'] })
const leader = dutiesOf({ permissions: ['complaint.supervise'] })

it('offers each only the boxes that make sense', () => {
  expect(boxesOf(handler, false, 0)).toEqual(['mine', 'org', 'done', 'supervised', 'followed'])
  expect(boxesOf(reviewer, false, 2)).toEqual(['org', 'approval', 'sent', 'done', 'supervised', 'followed'])
  expect(boxesOf(coordinator, true, 0)).toEqual(['org', 'sent', 'done', 'supervised', 'followed'])
  expect(boxesOf(leader, false, 0)).toEqual(['supervised', 'followed'])
})
it('begins with what waits for a decision, else with the body, else with 督办', () => {
  expect([firstBox(reviewer, 3), firstBox(reviewer, 0), firstBox(handler, 9), firstBox(leader, 0)]).toEqual(['approval', 'org', 'org', 'supervised'])
})
