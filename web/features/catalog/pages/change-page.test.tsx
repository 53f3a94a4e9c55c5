// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { makeAction } from '@/testing/make-action.ts'
import { makeBody, makeChange, makePart } from '@/testing/make-catalog.ts'
import { makeItem } from '@/testing/make-item.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Change, ChangePart } from '../model/change.ts'
import ChangePage from './change-page.tsx'

const change = scripted<Change>()
const parts = scripted<ChangePart[]>()
const bodies = scripted<Map<string, ItemBody>>()
const item = makeItem({ kind: 'catalog_change', title: '变更：特种设备使用单位的监管', state: 'reviewing', state_label: '审核中' })
const empty = vi.hoisted(() => (key: string) => ({ queryKey: [key], queryFn: () => Promise.resolve([]) }))
vi.mock('../api/changes.ts', () => ({
  changeQuery: (id: string) => ({ queryKey: ['change', id], queryFn: change.read }),
  changePartsQuery: (id: string) => ({ queryKey: ['parts', id], queryFn: parts.read }),
  bodiesQuery: () => ({ queryKey: ['bodies'], queryFn: bodies.read }),
}))
vi.mock('../api/get-impact.ts', () => ({
  impactQuery: () => ({
    queryKey: ['impact'],
    queryFn: () => Promise.resolve([{ label: '已认领、须重新认领的单位', amount: 12, path: '/work/catalog/claims' }]),
  }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/shared/supabase/realtime.ts', () => ({ useTopic: () => {} }))
vi.mock('@/entities/work-item/api/get-item.ts', () => ({ itemQuery: () => ({ queryKey: ['item'], queryFn: () => Promise.resolve(item) }) }))
vi.mock('@/entities/work-item/api/list-actions.ts', () => ({
  actionsQuery: () => ({ queryKey: ['actions'], queryFn: () => Promise.resolve([makeAction({ action: 'pass', label: '报送上级审核' })]) }),
}))
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

const at = { at: `/work/catalog/changes/${makeChange().id}`, path: '/work/catalog/changes/:id' }
const session = makeSession({ permissions: ['catalog.read', 'catalog.propose'] })
beforeEach(() => {
  change.give(makeChange())
  parts.give([makePart()])
  bodies.give(new Map([['01320001000010@1', makeBody()]]))
})

it('says that it is hidden or gone', async () => {
  change.hide()
  renderPage(<ChangePage />, at)
  expect(await screen.findByText('找不到这一件')).toBeTruthy()
})

it('sets what it is beside what it will be, and leaves out what stays', async () => {
  renderPage(<ChangePage />, { ...at, session })
  const part = within(await screen.findByRole('article', { name: '变更 特种设备使用单位的监管' }))
  const row = within(part.getByRole('row', { name: /^监管子项/ }))
  expect(row.getByText(/和维保/).tagName).toBe('INS')
  expect(part.queryByRole('row', { name: /^监管流程/ })).toBeNull()
  expect(part.getByText(/依据第 1 版/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: '报送上级审核' })).toBeTruthy()
})

it('leads from what is touched to its rows', async () => {
  renderPage(<ChangePage />, { ...at, session })
  const link = await screen.findByRole('link', { name: '已认领、须重新认领的单位 12，查看清单' })
  expect(link.getAttribute('href')).toBe('/work/catalog/claims?scope=all&state=claimed&items=01320001000010')
})

it('shows a new item whole, and nothing that it could touch', async () => {
  parts.give([{ ...makePart(), action: 'add', item_code: null, base_version: null, main_name: '电动自行车监管' }])
  renderPage(<ChangePage />, { ...at, session })
  const part = within(await screen.findByRole('article', { name: '新增 特种设备使用和维保单位的监管' }))
  expect(part.getByText('电动自行车监管（新增主项）')).toBeTruthy()
  expect(part.getByText(/编码在发布时给出/)).toBeTruthy()
  expect(screen.queryByRole('region', { name: '影响' })).toBeNull()
})

it('lets the body that asked mend what came back, and nobody else', async () => {
  const reviewing = renderPage(<ChangePage />, { ...at, session })
  await screen.findByRole('article')
  expect(screen.queryByRole('button', { name: '修改申请' })).toBeNull()
  reviewing.unmount()
  change.give({ ...makeChange(), state: 'mending', state_label: '退回修改' })
  const own = renderPage(<ChangePage />, { ...at, session })
  expect(await screen.findByRole('button', { name: '修改申请' })).toBeTruthy()
  own.unmount()
  renderPage(<ChangePage />, { ...at, session: makeSession({ permissions: session.permissions, org_id: '00000000-0000-4000-8000-0000000000a9' }) })
  await screen.findByRole('article')
  expect(screen.queryByRole('button', { name: '修改申请' })).toBeNull()
})
