// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Publication } from '../api/versions.ts'
import type { SiteModule } from '../model/site-module.ts'
import type { Version } from '../model/version.ts'
import SitePage from './site-page.tsx'

const versions = scripted<Version[]>()
const published = vi.fn<(publication: Publication) => Promise<void>>()
vi.mock('@/entities/site/api/get-site.ts', () => ({ siteQuery: { queryKey: ['site'], queryFn: () => Promise.resolve({ key: 'anhui' }) } }))
const modules = scripted<SiteModule[]>()
const turned = vi.fn<(change: { id: string; isEnabled: boolean }) => Promise<void>>()
vi.mock('../api/site-modules.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return {
    siteModulesQuery: { queryKey: ['site-modules'], queryFn: () => modules.read() },
    useSwitchModule: () => useMutation({ mutationFn: turned }),
  }
})
vi.mock('../api/versions.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return {
    versionsQuery: (kind: string, key: string) => ({ queryKey: [kind, key], queryFn: () => versions.read() }),
    usePublishVersion: () => useMutation({ mutationFn: published }),
    useWithdrawVersion: () => useMutation({ mutationFn: () => Promise.resolve() }),
  }
})

const first: Version = {
  id: 'v1',
  key: 'anhui',
  version: 1,
  body: { name: '安徽省“互联网＋监管”系统', short_name: '安徽监管', government: '安徽省人民政府', hotline: '12345' },
  effective_from: '2026-01-01',
  effective_to: null,
  state: 'published',
  reason: '站点初始数据',
  published_at: '2026-01-01T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
}

beforeEach(() => {
  localStorage.clear()
  published.mockReset().mockResolvedValue(undefined)
  versions.give([first])
  turned.mockReset().mockResolvedValue(undefined)
  modules.give([{ id: 'complaint', title: '投诉举报', is_enabled: true }])
})

it('fails with a retry', async () => {
  versions.fail()
  renderPage(<SitePage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('publishes what was filled in, and says under the field what does not fit', async () => {
  renderPage(<SitePage />)
  const icp = await screen.findByLabelText('ICP备案号（选填）')
  await userEvent.type(icp, '备案中')
  await userEvent.type(screen.getByLabelText('调整理由'), '完成备案')
  await userEvent.click(screen.getByRole('button', { name: /发\s*布/ }))
  expect(await screen.findByText('备案号形如“皖ICP备05001234号-1”')).toBeTruthy()
  expect(published).not.toHaveBeenCalled()
  await userEvent.clear(icp)
  await userEvent.type(icp, '皖ICP备05001234号-1')
  await userEvent.click(screen.getByRole('button', { name: /发\s*布/ }))
  await waitFor(() => expect(published).toHaveBeenCalled())
  expect(published.mock.calls[0]?.[0]).toMatchObject({ kind: 'site', key: 'anhui', body: { ...first.body, icp_no: '皖ICP备05001234号-1' } })
})

it('keeps what was typed, and goes back to what holds when asked', async () => {
  const { unmount } = renderPage(<SitePage />)
  await userEvent.type(await screen.findByLabelText('联系电话（选填）'), '0551-62600000')
  unmount()
  renderPage(<SitePage />)
  expect((await screen.findByLabelText<HTMLInputElement>('联系电话（选填）')).value).toBe('0551-62600000')
  await userEvent.click(screen.getByRole('button', { name: '恢复为现行内容' }))
  expect(screen.getByLabelText<HTMLInputElement>('联系电话（选填）').value).toBe('')
})

it('shows a refusal under the field that it names, and a version that waits for its day', async () => {
  published.mockRejectedValue(new AppError({ kind: 'invalid', messageKey: 'definition.invalid', message: '请填写热线号码', field: 'hotline' }))
  versions.give([{ ...first, id: 'v2', version: 2, body: { ...first.body, host: '省政府办公厅' }, effective_from: '2099-01-01' }, first])
  renderPage(<SitePage />)
  expect((await screen.findAllByText('主办单位：省政府办公厅')).length).toBeGreaterThan(0)
  await userEvent.type(screen.getByLabelText('调整理由'), '测试')
  await userEvent.click(screen.getByRole('button', { name: /发\s*布/ }))
  expect(await screen.findByText('请填写热线号码')).toBeTruthy()
})

it('switches a module off only after saying what that means', async () => {
  renderPage(<SitePage />)
  const button = await screen.findByRole('switch', { name: '投诉举报' })
  expect(button.getAttribute('aria-checked')).toBe('true')
  await userEvent.click(button)
  expect(await screen.findByText(/已有数据保留/)).toBeTruthy()
  expect(turned).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: /停\s*用$/ }))
  await waitFor(() => expect(turned.mock.calls[0]?.[0]).toEqual({ id: 'complaint', isEnabled: false }))
})
