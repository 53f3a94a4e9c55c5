// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { makeAction } from '@/testing/make-action.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { WorkAction } from '../model/work-action.ts'
import { ActionBar } from './action-bar.tsx'

const actions = scripted<WorkAction[]>()
vi.mock('../api/list-actions.ts', () => ({ actionsQuery: () => ({ queryKey: ['actions'], queryFn: actions.read }) }))
const sent = vi.hoisted(() => vi.fn<(act: { action: string; expectedVersion: number }) => void>())
vi.mock('../api/act.ts', () => ({
  useAct: (_module: string, onDone: (done: object) => void) => ({
    isPending: false,
    isSuccess: false,
    error: null,
    mutateAsync: (act: { action: string; expectedVersion: number }) => {
      sent(act)
      onDone({ state_label: '已办', is_asked: false, version: act.expectedVersion + 1 })
      return Promise.resolve()
    },
  }),
}))

const controls = { region: () => null, code: () => null, files: () => null }
const bar = <ActionBar itemId="i1" version={1} moduleKey="complaint" controls={controls} />

it('says why a step cannot be taken, and asks for what needs a second person', async () => {
  actions.give([
    makeAction({ action: 'release', label: '解除督办', blocked: '该事项没有在督办' }),
    makeAction({ action: 'refuse', label: '不予受理', tone: 'danger', needs_approval: true }),
    makeAction({ action: 'accept', label: '受理', tone: 'primary' }),
  ])
  renderPage(bar)
  const group = await screen.findByRole('group', { name: '办理操作' })
  expect([...group.querySelectorAll('button')].map((button) => button.textContent?.replace(' ', ''))).toEqual(['受理', '解除督办', '提请不予受理'])
  const blocked = screen.getByRole('button', { name: '解除督办' })
  expect(blocked).toHaveProperty('disabled', true)
  expect(document.getElementById(blocked.getAttribute('aria-describedby') ?? '')?.textContent).toContain('解除督办：该事项没有在督办')
  await userEvent.click(screen.getByRole('button', { name: '提请不予受理' }))
  expect(await screen.findByRole('button', { name: '提交审核' })).toBeTruthy()
  expect(screen.getByText(/由本单位另一位有审批权限的人员审批/)).toBeTruthy()
})

it("draws the module's own form where the move names one, and says so where nobody registered it", async () => {
  const rows = { field: 'rows', label: '对象', type: 'rows' as const, required: true, not_past: false }
  actions.give([makeAction({ label: '抽取', form: 'draw', requires: [rows] })])
  const first = renderPage(<ActionBar itemId="i1" version={1} moduleKey="x" controls={controls} forms={{ draw: () => <p>抽取表单</p> }} />)
  await userEvent.click(await screen.findByRole('button', { name: /抽 ?取/ }))
  expect(await screen.findByText('抽取表单')).toBeTruthy()
  first.unmount()
  renderPage(bar)
  await userEvent.click(await screen.findByRole('button', { name: /抽 ?取/ }))
  expect(await screen.findByText(/这一步有专门的表单/)).toBeTruthy()
})

it('says that there is nothing to do', async () => {
  actions.give([])
  renderPage(bar)
  expect(await screen.findByText('当前没有需要您办理的操作')).toBeTruthy()
})

it("does not take one's own last step for somebody else's, however late the item is read again", async () => {
  actions.give([makeAction({ action: 'receive', label: '签收', requires: [] }), makeAction({ action: 'accept', label: '受理', requires: [] })])
  renderPage(bar)
  for (const [label, version] of [
    ['签收', 1],
    ['受理', 2],
  ] as const) {
    const spaced = new RegExp(`^${label[0]} ?${label[1]}$`)
    await userEvent.click(await screen.findByRole('button', { name: spaced }))
    const confirm = await screen.findByRole('button', { name: `确认${label}` })
    expect(screen.queryByText('这件事项刚刚被他人办理过')).toBeNull()
    await userEvent.click(confirm)
    await waitFor(() => expect(sent).toHaveBeenLastCalledWith(expect.objectContaining({ expectedVersion: version })))
    await waitFor(() => expect(screen.queryByRole('button', { name: `确认${label}` })).toBeNull())
  }
})
