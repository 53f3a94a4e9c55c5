// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Relative } from '@/entities/work-item/api/list-relatives.ts'
import type { Trail } from '@/entities/work-item/model/trail.ts'
import type { WorkAction } from '@/entities/work-item/model/work-action.ts'
import type { WorkEvent, WorkTerm } from '@/entities/work-item/model/work-event.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { makeAction } from '@/testing/make-action.ts'
import { makeEvent } from '@/testing/make-event.ts'
import { makeItem } from '@/testing/make-item.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import { ItemPage } from './item-page.tsx'
import { ItemSection } from './item-section.tsx'

interface Part {
  id: string
  item_id: string
}

// A flow with parent and child, like that of supabase/tests/modules/trial.
const record = scripted<Part>()
const item = scripted<InboxItem>()
const events = scripted<WorkEvent[]>()
const terms = scripted<WorkTerm[]>()
const actions = scripted<WorkAction[]>()
const relatives = scripted<Relative[]>()
const topic = vi.hoisted(() => vi.fn<(name: string) => void>())
vi.mock('@/shared/supabase/realtime.ts', () => ({ useTopic: topic }))
vi.mock('@/entities/work-item/api/get-item.ts', () => ({ itemQuery: () => ({ queryKey: ['item'], queryFn: item.read }) }))
vi.mock('@/entities/work-item/api/list-events.ts', () => ({
  eventsQuery: () => ({ queryKey: ['events'], queryFn: events.read }),
  termsQuery: () => ({ queryKey: ['terms'], queryFn: terms.read }),
}))
vi.mock('@/entities/work-item/api/list-actions.ts', () => ({ actionsQuery: () => ({ queryKey: ['actions'], queryFn: actions.read }) }))
vi.mock('@/entities/work-item/api/list-approvals.ts', () => ({ approvalsQuery: () => ({ queryKey: ['approvals'], queryFn: () => [] }) }))
vi.mock('@/entities/work-item/api/list-relatives.ts', () => ({ relativesQuery: () => ({ queryKey: ['relatives'], queryFn: relatives.read }) }))
vi.mock('@/entities/work-item/api/list-states.ts', () => ({
  statesQuery: () => ({
    queryKey: ['states'],
    queryFn: () => [
      { state: 'awaiting', label: '待签收', is_open: true, is_side: false },
      { state: 'working', label: '办理中', is_open: true, is_side: false },
      { state: 'answered', label: '已反馈', is_open: false, is_side: false },
    ],
  }),
}))
vi.mock('@/entities/code/api/list-codes.ts', () => ({ codesQuery: () => ({ queryKey: ['codes'], queryFn: () => [] }) }))
vi.mock('@/entities/attachment/api/list-attachments.ts', () => ({ attachmentsQuery: () => ({ queryKey: ['files'], queryFn: () => [] }) }))
vi.mock('@/entities/attachment/api/may-add.ts', () => ({ mayAddAttachmentQuery: () => ({ queryKey: ['may'], queryFn: () => false }) }))

function Page({ parts = 1 }: { parts?: number }) {
  return (
    <ItemPage
      query={useQuery({ queryKey: ['part'], queryFn: record.read })}
      module="trial"
      list={{ title: '试验通知', path: '/work/trials' }}
      files="trial_part"
      facts={() =>
        Array.from({ length: parts }, (_, i) => (
          <ItemSection key={i} title={`部分 ${i + 1}`}>
            内容
          </ItemSection>
        ))
      }
    />
  )
}

const part = makeItem({
  kind: 'trial_part',
  kind_label: '试验通知办理',
  state: 'working',
  state_label: '办理中',
  parent_id: '00000000-0000-4000-8000-0000000000e2',
})
const names = (role: string) => screen.queryAllByRole(role).map((one) => one.getAttribute('aria-label'))

beforeEach(() => {
  topic.mockReset()
  record.give({ id: '00000000-0000-4000-8000-0000000000c1', item_id: part.id })
  item.give(part)
  events.give([makeEvent({ to_state: 'working' }), makeEvent({ id: 2, to_state: 'awaiting', action_label: '送达' })])
  terms.give([])
  actions.give([])
  relatives.give([])
})

it('says that a record is hidden or gone, and asks for nothing else', async () => {
  record.hide()
  renderPage(<Page />)
  expect(await screen.findByText('找不到这一件')).toBeTruthy()
  expect(topic).not.toHaveBeenCalled()
})

it('shows no part in which there is nothing, no menu for a short page and no neighbours without a list', async () => {
  events.give([])
  renderPage(<Page />)
  expect(await screen.findByRole('heading', { name: part.title })).toBeTruthy()
  await waitFor(() => expect(names('region')).toEqual(['部分 1']))
  expect(names('navigation')).toEqual(['所在位置'])
  expect(topic).toHaveBeenCalledWith(`work:${part.id}`, expect.anything())
})

it('says what could not be read instead of leaving it out', async () => {
  terms.fail()
  renderPage(<Page />)
  expect(await within(await screen.findByRole('region', { name: '期限' })).findByText('读取失败了')).toBeTruthy()
})

it('names who has it, or that nobody is named, and how far it is', async () => {
  const view = renderPage(<Page />)
  expect(await screen.findByText('承办人：未指派')).toBeTruthy()
  const steps = await screen.findByRole('list', { name: '办理进度' })
  expect(
    within(steps)
      .getAllByRole('listitem')
      .map((one) => one.querySelector('strong')?.textContent),
  ).toEqual(['待签收', '办理中', '办结'])
  expect(steps.querySelector('[aria-current="step"]')?.textContent).toContain('办理中')
  expect(screen.getByText('进度 2/3')).toBeTruthy()
  view.unmount()
  item.give({ ...part, state: 'answered', state_label: '已反馈', is_open: false, handler_name: '王芳' })
  renderPage(<Page />)
  expect(await screen.findByText('承办人：王芳')).toBeTruthy()
  expect((await screen.findByText('已反馈', { selector: '[aria-current] strong' })).textContent).toBe('已反馈')
})

it('keeps in sight only what can be done', async () => {
  actions.give([makeAction({ blocked: '该事项由王芳承办' })])
  const view = renderPage(<Page />)
  const bar = await screen.findByRole('group', { name: '办理操作' })
  expect(bar.closest('.can-act')).toBeNull()
  view.unmount()
  actions.give([makeAction({})])
  renderPage(<Page />)
  expect((await screen.findByRole('group', { name: '办理操作' })).closest('.can-act')).toBeTruthy()
})

it('leads to its parent and its parts', async () => {
  const row = {
    id: '00000000-0000-4000-8000-0000000000e2',
    title: '关于检查的通知',
    kind_label: '试验通知',
    no: 'SY1',
    state_label: '已发出',
    light: 'green',
    is_open: true,
    org_name: '甲局',
  } as const
  relatives.give([
    { ...row, role: 'parent' },
    { ...row, id: '00000000-0000-4000-8000-0000000000e3', title: '乙局办理', role: 'child' },
  ])
  item.give({ ...part, child_count: 3, open_child_count: 2 })
  renderPage(<Page />)
  const section = within(await screen.findByRole('region', { name: '关联事项' }))
  expect(section.getByText('下级事项共 3 件，未办结 2 件')).toBeTruthy()
  expect(section.getByText('上级事项')).toBeTruthy()
  expect(section.getByRole('link', { name: '关于检查的通知' }).getAttribute('href')).toBe(`/work/items/${row.id}`)
})

it('has a menu once there are more than four parts, in the order of the page', async () => {
  renderPage(<Page parts={4} />)
  const menu = within(await screen.findByRole('navigation', { name: '本页内容' }))
  expect(menu.getAllByRole('link').map((link) => link.textContent)).toEqual(['部分 1', '部分 2', '部分 3', '部分 4', '办理经过'])
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  await userEvent.click(menu.getByRole('link', { name: '部分 3' }))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('部分 3')
})

it('leads on along the list one came from, by keyboard too', async () => {
  const trail: Trail = {
    title: '待办事项',
    path: '/work/inbox?box=org',
    items: ['a', 'b', 'c'].map((id) => ({ path: `/work/items/${id}`, title: `第 ${id} 件` })),
  }
  renderPage(<Page />, { at: { pathname: '/', state: { trail, at: 0 } } })
  const next = await screen.findByRole('link', { name: '下一件：第 b 件' })
  expect(screen.getByRole('link', { name: '待办事项' }).getAttribute('href')).toBe('/work/inbox?box=org')
  expect(screen.queryByRole('link', { name: /上一件/ })).toBeNull()
  next.focus()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByRole('link', { name: '上一件：第 a 件' })).toBeTruthy()
  expect(screen.getByText('2/3')).toBeTruthy()
})
