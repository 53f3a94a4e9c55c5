// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { useSideTrees } from '../model/side-tree-store.ts'
import { SideTree } from './side-tree.tsx'

const asked = vi.hoisted(() => vi.fn<(table: string, params: Record<string, string>) => Promise<object[]>>())
vi.mock('@/shared/http/rest.ts', () => ({ restGet: asked }))

const place = (code: number, name: string, tier: number) => ({ code, name, full_name: name, tier, parent_code: null })
const below: Record<string, object[]> = {
  'eq.340000000': [place(340100000, '合肥市', 3), place(340200000, '芜湖市', 3)],
  'eq.340100000': [place(340103000, '庐阳区', 4)],
}
const onRegion = vi.fn<(code: number | undefined) => void>()
const onPick = vi.fn<(org: string) => void>()
const overseer = makeSession({ is_coordinator: true, region_code: 340000000, roles: ['coordinator'] })
const show = (patch: Partial<Parameters<typeof SideTree>[0]> = {}, session = overseer) =>
  renderPage(
    <SideTree list="notes" region={undefined} onRegion={onRegion} {...patch}>
      rows
    </SideTree>,
    { session },
  )

beforeEach(() => {
  useSideTrees.setState({ folded: {} })
  onRegion.mockReset()
  asked.mockReset()
  asked.mockImplementation((table, params) =>
    Promise.resolve(table === 'orgs' ? [{ id: 'o1', name: '合肥市教育局', short_name: '教育局' }] : (below[params.parent_code ?? ''] ?? [])),
  )
})

it('is not for whoever oversees nobody', () => {
  show({}, makeSession())
  expect(screen.getByText('rows')).toBeTruthy()
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(asked).not.toHaveBeenCalled()
})

it('offers a retry where places cannot be read', async () => {
  asked.mockRejectedValueOnce(new AppError({ kind: 'unexpected', messageKey: 'x', message: '读取失败了' }))
  show()
  expect(await screen.findByText('读取失败了')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '重新加载' }))
  expect(await screen.findByRole('button', { name: '合肥市' })).toBeTruthy()
})

it('loads a branch when it is opened, and leads to a place and back to all', async () => {
  show()
  await userEvent.click(await screen.findByRole('button', { name: '展开合肥市' }))
  await userEvent.click(await screen.findByRole('button', { name: '庐阳区' }))
  await userEvent.click(screen.getByRole('button', { name: '全部辖区' }))
  expect(onRegion.mock.calls).toEqual([[340103000], [undefined]])
})

it('stands open where one looks', async () => {
  show({ region: 340103000 })
  expect((await screen.findByRole('button', { name: '庐阳区' })).getAttribute('aria-current')).toBe('true')
  expect(screen.getByRole('button', { name: '展开芜湖市' }).getAttribute('aria-expanded')).toBe('false')
})

it('is put away, and remembered so', async () => {
  const first = show()
  await userEvent.click(screen.getByRole('button', { name: '收起地区树' }))
  expect(screen.queryByRole('button', { name: '全部辖区' })).toBeNull()
  first.unmount()
  show()
  await userEvent.click(screen.getByRole('button', { name: '展开地区树' }))
  expect(screen.getByRole('button', { name: '全部辖区' })).toBeTruthy()
})

it('holds the bodies of a place, folded at first', async () => {
  show({ bodies: { value: undefined, onPick } })
  await userEvent.click(await screen.findByRole('button', { name: '本级单位' }))
  await userEvent.click(await screen.findByRole('button', { name: '教育局' }))
  expect(onPick).toHaveBeenCalledWith('o1')
})
