// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import InboxPage from './inbox-page.tsx'

const inbox = scripted<{ rows: InboxItem[]; count: number }>()
vi.mock('@/entities/work-item/api/list-inbox.ts', () => ({
  inboxQuery: (filter: object) => ({ queryKey: ['inbox', filter], queryFn: inbox.read }),
  readInboxPage: () => Promise.resolve([]),
}))
vi.mock('@/entities/work-item/api/count-inbox.ts', () => ({
  inboxCountsQuery: () => ({ queryKey: ['counts'], queryFn: () => Promise.resolve({ todo: 3, late: 2, supervised: 1 }) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

const item: InboxItem = {
  id: '00000000-0000-4000-8000-0000000000e1',
  kind: 'complaint',
  kind_label: '投诉',
  no: 'TS20261121000001',
  title: '超市出售过期牛奶',
  subject_id: '00000000-0000-4000-8000-0000000000c1',
  state: 'awaiting_receipt',
  state_label: '待签收',
  is_open: true,
  light: 'yellow',
  due_at: '2026-12-01T15:59:59Z',
  due_is_provisional: true,
  urge_count: 2,
  is_supervised: false,
  version: 1,
  to_org_id: '00000000-0000-4000-8000-0000000000a1',
  to_org_name: '庐阳区市场监督管理局',
  from_org_id: '00000000-0000-4000-8000-0000000000a2',
  from_org_name: '庐阳区数据资源管理局',
  region_code: 340103001,
  region_name: '合肥市庐阳区亳州路街道',
  is_mine: true,
  is_followed: false,
  created_at: '2026-11-21T08:00:00Z',
  updated_at: '2026-11-21T08:00:00Z',
  closed_at: null,
}

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
  expect(await screen.findByText('没有待办事项')).toBeTruthy()
})

it('shows light, urging and a provisional date, and leads through the item address', async () => {
  inbox.give({ rows: [item], count: 1 })
  renderPage(<InboxPage />)
  expect((await screen.findByRole('link', { name: /超市出售过期牛奶/ })).getAttribute('href')).toBe(`/work/items/${item.id}`)
  for (const text of ['临期', '催2', '（暂定）', '已超期 2 件', '待办 3']) expect(screen.getByText(text)).toBeTruthy()
})
