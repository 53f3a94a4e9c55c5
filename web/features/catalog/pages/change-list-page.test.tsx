// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeChange } from '@/testing/make-catalog.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { ChangeRow } from '../model/change.ts'
import ChangeListPage from './change-list-page.tsx'

const changes = scripted<{ rows: ChangeRow[]; count: number }>()
vi.mock('../api/changes.ts', () => ({ changeRows: () => ({ page: changes.read, stretch: () => Promise.resolve([]) }) }))
vi.mock('@/widgets/work-list/api/views.ts', () => ({ viewsQuery: () => ({ queryKey: ['views'], queryFn: () => Promise.resolve([]) }) }))
vi.mock('@/widgets/work-list/api/count-states.ts', () => ({
  stateCountsQuery: () => ({ queryKey: ['counts'], queryFn: () => Promise.resolve({ reviewing: 3 }) }),
}))
vi.mock('@/entities/work-item/api/list-states.ts', () => ({
  statesQuery: () => ({ queryKey: ['states'], queryFn: () => Promise.resolve([{ state: 'reviewing', label: '审核中', is_open: true }]) }),
}))
vi.mock('@/entities/code/api/list-codes.ts', () => ({
  codesQuery: (key: string) => ({ queryKey: [key], queryFn: () => Promise.resolve([{ code: 'amend', label: '变更' }]) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

const session = makeSession({ permissions: ['catalog.read', 'catalog.propose'] })
beforeEach(() => {
  localStorage.clear()
  changes.give({ rows: [makeChange()], count: 1 })
})

it('fails with a retry, and tells an empty place from an empty search', async () => {
  changes.fail()
  const failed = renderPage(<ChangeListPage />, { session })
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  failed.unmount()
  changes.give({ rows: [], count: 0 })
  const empty = renderPage(<ChangeListPage />, { session })
  expect(await screen.findByText('辖区内暂无动态调整')).toBeTruthy()
  empty.unmount()
  renderPage(<ChangeListPage />, { session, at: '/?q=没有' })
  expect(await screen.findByText('没有符合条件的动态调整')).toBeTruthy()
})

it('shows a body what it asked for, with what waits in each state', async () => {
  renderPage(<ChangeListPage />, { session })
  expect((await screen.findByRole('link', { name: /特种设备/ })).getAttribute('href')).toBe(`/work/catalog/changes/${makeChange().id}`)
  expect(await screen.findByText(/^变更 DT2026/)).toBeTruthy()
  expect(await screen.findByRole('tab', { name: '审核中 3' })).toBeTruthy()
})

it('offers a new one to whoever may ask', async () => {
  const asking = renderPage(<ChangeListPage />, { session })
  expect(await screen.findByRole('button', { name: '申请调整' })).toBeTruthy()
  asking.unmount()
  renderPage(<ChangeListPage />, { session: makeSession({ permissions: ['catalog.read'] }) })
  await screen.findByRole('link', { name: /特种设备/ })
  expect(screen.queryByRole('button', { name: '申请调整' })).toBeNull()
})
