// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { inboxSearch, type BoxFilter } from '@/entities/work-item/model/inbox-filter.ts'
import { tileGroupsOf, toBoxFilter, type InboxTile } from '@/entities/work-item/model/inbox-tiles.ts'
import { dutiesOf } from '@/entities/work-item/model/work-rights.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { makeItem } from '@/testing/make-item.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import { inboxPaths } from '../paths.ts'
import InboxLanding, { SupervisedLanding } from './landing-part.tsx'

const counts = scripted<Record<string, number>>()
const rows = scripted<{ rows: InboxItem[]; count: number }>()
const asked = vi.hoisted(() => [] as BoxFilter[])
vi.mock('@/entities/work-item/api/count-tiles.ts', () => ({
  tileCountsQuery: (tiles: InboxTile[]) => ({ queryKey: ['counts', tiles.length], queryFn: counts.read }),
}))
vi.mock('@/entities/work-item/api/list-inbox.ts', () => ({
  inboxQuery: (filter: BoxFilter) => ({
    queryKey: ['inbox', filter],
    queryFn: () => {
      asked.push(filter)
      return rows.read()
    },
  }),
}))
vi.mock('@/entities/work-item/api/absences.ts', () => ({ absencesQuery: () => ({ queryKey: ['absences'], queryFn: () => Promise.resolve([]) }) }))

const leader = makeSession({ roles: ['leader'], permissions: ['complaint.read', 'complaint.instruct'] })
const reviewer = makeSession({ roles: ['reviewer'], permissions: ['complaint.read', 'complaint.approve'] })

beforeEach(() => {
  asked.length = 0
  rows.give({ rows: [], count: 0 })
})

it('shows whoever only oversees neither a desk nor its rows', async () => {
  counts.give({ supervised: 2, followed: 0 })
  renderPage(<InboxLanding />, { session: leader })
  expect((await screen.findByRole('link', { name: '督办中 2' })).getAttribute('href')).toBe('/work/inbox?box=supervised')
  expect(screen.queryByText('本单位')).toBeNull()
  expect(asked).toEqual([])
})

it('shows whoever has a desk no second list of what is supervised', () => {
  renderPage(<SupervisedLanding />)
  expect(screen.queryByText(/督办中/)).toBeNull()
  expect(asked).toEqual([])
})

it('fails with a retry', async () => {
  counts.fail()
  renderPage(<InboxLanding />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  expect(asked).toEqual([])
})

it('keeps the tiles in their place while their numbers are on the way', () => {
  counts.pend()
  renderPage(<InboxLanding />)
  expect(screen.getByRole('link', { name: '全部待办 …' })).toBeTruthy()
  expect(asked).toEqual([])
})

it('leads from a number to its rows, and from nothing nowhere', async () => {
  counts.give({ mine: 0, org: 14, unassigned: 3, today: 1, soon: 4, late: 2, sent: 0, supervised: 1 })
  renderPage(<InboxLanding />)
  const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  await screen.findByRole('link', { name: '全部待办 14' })
  expect(hrefOf('未指派承办人 3')).toBe('/work/inbox?box=org&handler=none')
  expect(hrefOf('今日到期 1')).toBe('/work/inbox?box=org&due=today')
  expect(hrefOf('已超期 2')).toBe('/work/inbox?box=org&due=late')
  expect(screen.queryByRole('link', { name: /本人待办/ })).toBeNull()
  expect(screen.getByText('本人待办')).toBeTruthy()
})

it('opens by each link exactly what was counted', () => {
  for (const permissions of [['x.handle', 'x.approve'], ['x.read']])
    for (const tile of tileGroupsOf(dutiesOf({ permissions })).flatMap((group) => group.tiles)) {
      const address = new URL(inboxPaths.inbox(tile.rows), 'http://x')
      expect(inboxSearch.parse(Object.fromEntries(address.searchParams))).toEqual(toBoxFilter(tile))
    }
})

it('goes on with the first ten of what waits for a decision', async () => {
  counts.give({ approval: 12, org: 30 })
  rows.give({ rows: [makeItem({ has_open_approval: true })], count: 12 })
  renderPage(<InboxLanding />, { session: reviewer })
  const part = within(await screen.findByRole('region', { name: '待我审批' }))
  expect((await part.findByRole('link', { name: '审超市出售过期牛奶' })).getAttribute('href')).toBe(`/work/items/${makeItem().id}`)
  expect(part.getByRole('link', { name: '查看全部 12 件' }).getAttribute('href')).toBe('/work/inbox?box=approval')
  expect(part.queryByRole('button')).toBeNull()
  expect(asked).toEqual([{ ...inboxSearch.defaults, box: 'approval', size: 10 }])
})

it('says in words that nothing is to be done', async () => {
  counts.give({})
  renderPage(<InboxLanding />)
  expect(await screen.findByText('本单位没有待办事项')).toBeTruthy()
})

it('lists for whoever only oversees what is supervised, with the body that has it', async () => {
  rows.give({ rows: [makeItem({ is_supervised: true })], count: 1 })
  renderPage(<SupervisedLanding />, { session: leader })
  expect(await screen.findByRole('link', { name: '督超市出售过期牛奶' })).toBeTruthy()
  expect(screen.getByText('庐阳区市场监督管理局')).toBeTruthy()
})
