// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { choice, flag, listFilter, search } from '@/shared/list/list-filter.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { SavedView } from '../api/views.ts'
import { SavedViews } from './saved-views.tsx'
import { useListAddress } from './use-list-address.ts'

const saved = scripted<SavedView[]>()
const acts = vi.hoisted(() => ({ rpc: vi.fn<(name: string, params: object) => Promise<{ error: unknown }>>() }))
vi.mock('@/shared/supabase/client.ts', () => ({
  supabase: {
    rpc: acts.rpc,
    from: () => {
      const request = {
        select: () => request,
        eq: () => request,
        order: () => request,
        abortSignal: async () => ({ data: await saved.read(), error: null }),
      }
      return request
    },
  },
}))

const filter = listFilter({ q: search('标题'), type: choice('类型', { a: '甲', b: '乙' }), late: flag('仅超期') }, { sorts: [] })

function List() {
  const address = useListAddress('notes', filter)
  return (
    <>
      <SavedViews list="notes" address={address} filterText={filter.summary(address.state)} />
      <output>{address.isDecided ? `shows ${address.query || 'all'}` : 'waits'}</output>
      <button type="button" onClick={() => address.update({ ...filter.cleared, page: 3 })}>
        clear
      </button>
    </>
  )
}
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const view = (n: number, patch: Partial<SavedView>): SavedView => ({ id: id(n), name: `筛选${n}`, query: 'late=true', is_default: false, ...patch })
const shown = (text: string) => screen.findByText(`shows ${text}`)
const openMenu = async () => userEvent.click(screen.getByRole('button', { name: /^常用筛选/ }))

beforeEach(() => {
  acts.rpc.mockReset()
  acts.rpc.mockResolvedValue({ error: null })
})

it('reads nothing before it is known whether there is a default, and all when that cannot be learnt', async () => {
  saved.pend()
  const first = renderPage(<List />)
  expect(screen.getByText('waits')).toBeTruthy()
  first.unmount()
  saved.fail()
  renderPage(<List />)
  expect(await shown('all')).toBeTruthy()
  await openMenu()
  expect(await screen.findByText('加载失败，请稍后重试')).toBeTruthy()
})

it('opens the default on a bare address only, and once: whoever clears it sees all', async () => {
  saved.give([view(1, { query: 'type=b&late=true', is_default: true })])
  const first = renderPage(<List />, { at: '/?q=牛奶' })
  expect(await screen.findByText(/^shows q=/)).toBeTruthy()
  first.unmount()
  renderPage(<List />)
  expect(await shown('type=b&late=true')).toBeTruthy()
  expect(await screen.findByRole('button', { name: '常用筛选：筛选1' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'clear' }))
  expect(await shown('all')).toBeTruthy()
})

it('picks a view again', async () => {
  saved.give([view(1, { query: 'type=a' }), view(2, {})])
  renderPage(<List />)
  await shown('all')
  await openMenu()
  await userEvent.click(await screen.findByRole('menuitem', { name: '筛选1' }))
  expect(await shown('type=a')).toBeTruthy()
})

it('asks for a name, says what the database refuses, and that a name is taken', async () => {
  saved.give([view(1, {})])
  renderPage(<List />, { at: '/?type=b&page=4' })
  await shown('type=b')
  await openMenu()
  await userEvent.click(await screen.findByRole('menuitem', { name: '保存当前筛选' }))
  const dialog = within(await screen.findByRole('dialog', { name: '保存当前筛选' }))
  expect(dialog.getByText('筛选条件：类型：乙')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: /保 ?存/ }))
  expect(await dialog.findByText('请填写名称，最多 20 个字')).toBeTruthy()
  expect(acts.rpc).not.toHaveBeenCalled()
  await userEvent.type(dialog.getByRole('textbox', { name: '名称' }), '筛选1')
  expect(await dialog.findByText('已有同名的常用筛选，保存后将被覆盖')).toBeTruthy()
  acts.rpc.mockResolvedValueOnce({ error: new AppError({ kind: 'invalid', messageKey: 'officer.view_limit', message: '每个列表最多保存 30 个' }) })
  await userEvent.click(dialog.getByRole('button', { name: '覆盖保存' }))
  expect(await dialog.findByText('每个列表最多保存 30 个')).toBeTruthy()
  // Without the page: a view is what is looked for, not how far one has read.
  expect(acts.rpc).toHaveBeenCalledWith('save_view', { p_list: 'notes', p_name: '筛选1', p_query: 'type=b', p_is_default: false })
  await userEvent.click(dialog.getByRole('button', { name: '覆盖保存' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('renames, makes one the default, and deletes', async () => {
  saved.give([view(1, {}), view(2, { is_default: true })])
  renderPage(<List />, { at: '/?type=b' })
  await shown('type=b')
  await openMenu()
  await userEvent.click(await screen.findByRole('menuitem', { name: '管理常用筛选' }))
  const dialog = within(await screen.findByRole('dialog', { name: '管理常用筛选' }))
  await userEvent.click(dialog.getByRole('button', { name: '重命名筛选1' }))
  const field = dialog.getByRole('textbox', { name: '筛选1的新名称' })
  await userEvent.clear(field)
  await userEvent.type(field, '筛选2')
  expect(dialog.getByText('已有同名的常用筛选')).toBeTruthy()
  expect(dialog.getByRole('button', { name: '保存名称' })).toHaveProperty('disabled', true)
  await userEvent.type(field, '的{Enter}')
  // In one call: of two, the second could be lost, and both names would stand there.
  await waitFor(() => expect(acts.rpc.mock.calls).toEqual([['rename_view', { p_id: id(1), p_name: '筛选2的' }]]))
  await userEvent.click(await dialog.findByRole('button', { name: '设为默认筛选1' }))
  expect(acts.rpc).toHaveBeenLastCalledWith('save_view', { p_list: 'notes', p_name: '筛选1', p_query: 'late=true', p_is_default: true })
  await userEvent.click(dialog.getByRole('button', { name: '删除筛选2' }))
  await userEvent.click(within(await screen.findByRole('tooltip')).getByRole('button', { name: /删 ?除/ }))
  await waitFor(() => expect(acts.rpc).toHaveBeenLastCalledWith('delete_view', { p_id: id(2) }))
})
