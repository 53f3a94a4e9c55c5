// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Absence } from '@/entities/work-item/model/absence.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { makeItem } from '@/testing/make-item.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import InboxPage from './inbox-page.tsx'

const waiting = vi.hoisted(() => ({ count: 0 }))
const absences = scripted<Absence[]>()
const inbox = scripted<{ rows: InboxItem[]; count: number }>()
vi.mock('@/entities/work-item/api/list-inbox.ts', () => ({
  inboxQuery: (filter: object) => ({ queryKey: ['inbox', filter], queryFn: inbox.read }),
  readInboxPage: () => Promise.resolve([]),
}))
vi.mock('@/entities/work-item/api/count-inbox.ts', () => ({
  inboxCountsQuery: () => ({
    queryKey: ['counts'],
    queryFn: () => Promise.resolve({ mine: 1, org: 3, approval: waiting.count, sent: 0, supervised: 1, late: 2 }),
  }),
}))
vi.mock('@/entities/work-item/api/absences.ts', () => ({ absencesQuery: () => ({ queryKey: ['absences'], queryFn: absences.read }) }))
vi.mock('@/widgets/work-list/api/views.ts', () => ({
  viewsQuery: (list: string) => ({ queryKey: ['views', list], queryFn: () => Promise.resolve([]) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

const item = makeItem({ urge_count: 2, due_is_provisional: true, has_open_approval: true, handler_name: '王芳' })

beforeEach(() => {
  waiting.count = 0
  absences.give([])
})

it('loads, fails with a retry, and says when nothing is owed', async () => {
  inbox.pend()
  const first = renderPage(<InboxPage />)
  expect(screen.getAllByText('正在加载').length).toBeGreaterThan(0)
  first.unmount()
  inbox.fail()
  const second = renderPage(<InboxPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  second.unmount()
  inbox.give({ rows: [], count: 0 })
  renderPage(<InboxPage />)
  expect(await screen.findByText('本单位没有待办事项')).toBeTruthy()
})

it('shows light, urging and a provisional date, and leads through the item address', async () => {
  inbox.give({ rows: [item], count: 1 })
  renderPage(<InboxPage />)
  expect((await screen.findByRole('link', { name: /超市出售过期牛奶/ })).getAttribute('href')).toBe(`/work/items/${item.id}`)
  for (const text of ['临期', '催2', '审', '暂定', '剩 5 个工作日', '王芳', '本单位超期 2 件', '投诉 TS20261121000001'])
    expect(screen.getByText(text)).toBeTruthy()
  for (const name of ['本人 1', '本单位 3']) expect(screen.getByRole('tab', { name })).toBeTruthy()
})

const approver = makeSession({ roles: ['reviewer'], permissions: ['complaint.read', 'complaint.approve'] })

it('begins with what waits for approval, else with the own body', async () => {
  waiting.count = 2
  inbox.give({ rows: [], count: 0 })
  const first = renderPage(<InboxPage />, { session: approver })
  expect(await screen.findByText('没有待您审批的事项')).toBeTruthy()
  expect(screen.getByRole('tab', { name: '待我审批 2' }).getAttribute('aria-selected')).toBe('true')
  expect(screen.queryByRole('tab', { name: /本人/ })).toBeNull()
  first.unmount()
  waiting.count = 0
  renderPage(<InboxPage />, { session: approver })
  expect(await screen.findByText('本单位没有待办事项')).toBeTruthy()
})

it('offers whoever only oversees no desk', async () => {
  inbox.give({ rows: [], count: 0 })
  renderPage(<InboxPage />, { session: makeSession({ roles: ['leader'], permissions: ['complaint.read', 'complaint.supervise'] }) })
  expect(await screen.findByText('没有督办中的事项')).toBeTruthy()
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['督办 1', '关注'])
})

it('says for whom one works meanwhile', async () => {
  inbox.give({ rows: [], count: 0 })
  absences.give([
    {
      id: 'a',
      officer_id: 'w',
      deputy_id: makeSession().officer_id,
      starts_on: '2000-01-01',
      ends_on: '2099-01-01',
      officer: { name: '王芳' },
      deputy: { name: '李经办' },
    },
  ])
  renderPage(<InboxPage />)
  expect(await screen.findByText(/您正代办王芳（至 2099-01-01）的事项/)).toBeTruthy()
})
