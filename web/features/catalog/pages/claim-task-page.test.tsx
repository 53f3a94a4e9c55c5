// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeClaim, makeClaimTask } from '@/testing/make-catalog.ts'
import { makeItem } from '@/testing/make-item.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Claim, ClaimTask } from '../model/claim.ts'
import ClaimTaskListPage from './claim-task-list-page.tsx'
import ClaimTaskPage from './claim-task-page.tsx'

const task = scripted<ClaimTask>()
const claims = scripted<Claim[]>()
const item = makeItem({ kind: 'catalog_claim', title: makeClaimTask().title, state: 'claiming', state_label: '认领中' })
const empty = vi.hoisted(() => (key: string) => ({ queryKey: [key], queryFn: () => Promise.resolve([]) }))
vi.mock('../api/claims.ts', () => ({
  claimTaskQuery: (id: string) => ({ queryKey: ['task', id], queryFn: task.read }),
  claimsOfTaskQuery: () => ({ queryKey: ['claims'], queryFn: claims.read }),
  claimTaskRows: () => ({ page: () => Promise.resolve({ rows: [makeClaimTask()], count: 1 }), stretch: () => Promise.resolve([]) }),
  useSettleClaims: () => ({ mutateAsync: () => Promise.resolve() }),
}))
vi.mock('../api/changes.ts', () => ({ bodiesQuery: () => empty('bodies') }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/shared/supabase/realtime.ts', () => ({ useTopic: () => {} }))
vi.mock('@/shared/job/api/jobs.ts', () => ({ jobsQuery: empty('jobs') }))
vi.mock('@/widgets/work-list/api/views.ts', () => ({ viewsQuery: () => empty('views') }))
vi.mock('@/widgets/work-list/api/count-states.ts', () => ({
  stateCountsQuery: () => ({ queryKey: ['state-counts'], queryFn: () => Promise.resolve({ claiming: 1 }) }),
}))
vi.mock('@/entities/work-item/api/get-item.ts', () => ({ itemQuery: () => ({ queryKey: ['item'], queryFn: () => Promise.resolve(item) }) }))
vi.mock('@/entities/work-item/api/list-actions.ts', () => ({ actionsQuery: () => empty('actions') }))
vi.mock('@/entities/work-item/api/list-events.ts', () => ({ eventsQuery: () => empty('events'), termsQuery: () => empty('terms') }))
vi.mock('@/entities/work-item/api/list-approvals.ts', () => ({ approvalsQuery: () => empty('approvals') }))
vi.mock('@/entities/work-item/api/list-relatives.ts', () => ({ relativesQuery: () => empty('relatives') }))
vi.mock('@/entities/work-item/api/list-states.ts', () => ({ statesQuery: () => empty('states') }))
vi.mock('@/entities/code/api/list-codes.ts', () => ({ codesQuery: (key: string) => empty(key) }))
vi.mock('@/entities/paper/api/papers.ts', () => ({ papersQuery: () => empty('papers') }))
vi.mock('@/entities/attachment/api/list-attachments.ts', () => ({ attachmentsQuery: () => empty('files') }))
vi.mock('@/entities/attachment/api/may-add.ts', () => ({
  mayAddAttachmentQuery: () => ({ queryKey: ['may'], queryFn: () => Promise.resolve(false) }),
}))

const at = { at: `/work/catalog/claims/tasks/${makeClaimTask().id}`, path: '/work/catalog/claims/tasks/:id' }
beforeEach(() => {
  localStorage.clear()
  task.give(makeClaimTask())
  claims.give([makeClaim(), { ...makeClaim(), id: 12, item_code: '01320001000020', item_name: '第二项', state: 'claimed' }])
})

it('says that it is hidden or gone', async () => {
  task.hide()
  renderPage(<ClaimTaskPage />, at)
  expect(await screen.findByText('找不到这一件')).toBeTruthy()
})

it('shows what was asked, picks what can be answered, and offers the answers', async () => {
  renderPage(<ClaimTaskPage />, { ...at, session: makeSession({ permissions: ['catalog.read', 'catalog.claim'] }) })
  expect(await screen.findByText('共 2 项：待认领 1，已认领 1。请选择事项，逐项或成批办理')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '选择可办理的各项' }))
  const bar = within(screen.getByRole('group', { name: '批量办理' }))
  expect(bar.getAllByRole('button').map((button) => button.textContent)).toEqual(['认领 1 项', '不认领 1 项', '取消选择'])
})

it('lets whoever only reads read', async () => {
  renderPage(<ClaimTaskPage />, { ...at, session: makeSession({ permissions: ['catalog.read'] }) })
  await screen.findByText('共 2 项：待认领 1，已认领 1')
  expect(screen.queryByRole('button', { name: '选择可办理的各项' })).toBeNull()
  expect(screen.queryByRole('checkbox')).toBeNull()
})

it('lists the tasks, each leading to its page', async () => {
  renderPage(<ClaimTaskListPage />, { session: makeSession({ permissions: ['catalog.read'] }) })
  expect((await screen.findByRole('link', { name: makeClaimTask().title })).getAttribute('href')).toBe(
    `/work/catalog/claims/tasks/${makeClaimTask().id}`,
  )
})
