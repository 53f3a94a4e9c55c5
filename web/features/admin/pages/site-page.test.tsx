// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
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
vi.mock('@/entities/site/api/get-site.ts', () => ({
  siteQuery: { queryKey: ['site'], queryFn: () => Promise.resolve({ key: 'anhui', root_region: 340000000 }) },
}))
vi.mock('@/shared/http/rest.ts', () => ({
  restGet: (table: string) => Promise.resolve(table === 'orgs' ? [{ id: 'o1', name: '某市市场监督管理局' }] : []),
}))
const maps = scripted<Version[]>()
const uploaded = vi.fn<(map: { region: number; file: File }) => Promise<{ path: string; places: number; missing: string[] }>>()
vi.mock('../api/own-maps.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return { ownMapsQuery: { queryKey: ['maps'], queryFn: () => maps.read() }, useUploadMap: () => useMutation({ mutationFn: uploaded }) }
})
const seals = scripted<Version[]>()
const sealed = vi.fn<(seal: { org: string; file: File }) => Promise<{ path: string }>>()
vi.mock('../api/paper-seals.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return {
    paperSealsQuery: { queryKey: ['seals'], queryFn: () => seals.read() },
    sealPictureQuery: (path: string) => ({ queryKey: ['picture', path], enabled: path !== '', queryFn: () => Promise.resolve(new Blob(['x'])) }),
    useUploadSeal: () => useMutation({ mutationFn: sealed }),
  }
})
URL.createObjectURL = () => 'blob:seal'
URL.revokeObjectURL = () => undefined
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

/** The page has other forms, of seals and of maps, which ask for a reason too. */
const siteForm = () => within(screen.getByLabelText('站点名称').closest('form') ?? document.body)
const sealForm = async () => within(await screen.findByRole('region', { name: '印章图样' }))
const mapForm = async () => within(await screen.findByRole('region', { name: '标准地图' }))

beforeEach(() => {
  localStorage.clear()
  published.mockReset().mockResolvedValue(undefined)
  versions.give([first])
  maps.give([])
  seals.give([])
  sealed.mockReset().mockResolvedValue({ path: 'o1/a.png' })
  uploaded.mockReset().mockResolvedValue({ path: '340000000/x.json', places: 15, missing: ['黄山市'] })
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
  await userEvent.type(siteForm().getByLabelText('调整理由'), '完成备案')
  await userEvent.click(siteForm().getByRole('button', { name: /^发\s*布$/ }))
  expect(await screen.findByText('备案号形如“京ICP备05001234号-1”')).toBeTruthy()
  expect(published).not.toHaveBeenCalled()
  await userEvent.clear(icp)
  await userEvent.type(icp, '皖ICP备05001234号-1')
  await userEvent.click(siteForm().getByRole('button', { name: /^发\s*布$/ }))
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
  await userEvent.type(siteForm().getByLabelText('调整理由'), '测试')
  await userEvent.click(siteForm().getByRole('button', { name: /^发\s*布$/ }))
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

it('uploads a map, then publishes it under its review number, and says what is missing in it', async () => {
  renderPage(<SitePage />)
  const form = await mapForm()
  await userEvent.click(form.getByRole('button', { name: '上传并发布' }))
  expect(await form.findByText('请选择地图文件')).toBeTruthy()
  expect(uploaded).not.toHaveBeenCalled()
  const file = new File(['{}'], 'map.json', { type: 'application/json' })
  await userEvent.upload(form.getByLabelText('地图文件'), file)
  await userEvent.type(form.getByLabelText('审图号'), '皖S（2024）12号')
  await userEvent.type(form.getByLabelText('编制单位'), '安徽省地图院')
  await userEvent.type(form.getByLabelText('调整理由'), '启用标准地图')
  await userEvent.click(form.getByRole('button', { name: '上传并发布' }))
  await waitFor(() => expect(published).toHaveBeenCalled())
  expect(uploaded.mock.calls[0]?.[0]).toEqual({ region: 340000000, file })
  expect(published.mock.calls[0]?.[0]).toMatchObject({
    kind: 'map',
    key: '340000000',
    body: { is_shown: true, producer: '安徽省地图院', approval_no: '皖S（2024）12号', path: '340000000/x.json' },
  })
})

it('shows under the file why it was not taken', async () => {
  uploaded.mockRejectedValue(
    new AppError({ kind: 'invalid', messageKey: 'map.invalid', message: '区划代码 420100 不是所选区划的下级地区', field: 'file' }),
  )
  renderPage(<SitePage />)
  const form = await mapForm()
  await userEvent.upload(form.getByLabelText('地图文件'), new File(['{}'], 'map.json', { type: 'application/json' }))
  await userEvent.type(form.getByLabelText('审图号'), '皖S（2024）12号')
  await userEvent.type(form.getByLabelText('编制单位'), '安徽省地图院')
  await userEvent.type(form.getByLabelText('调整理由'), '启用标准地图')
  await userEvent.click(form.getByRole('button', { name: '上传并发布' }))
  expect(await form.findByText('区划代码 420100 不是所选区划的下级地区')).toBeTruthy()
  expect(published).not.toHaveBeenCalled()
})

it('goes back to the schematic map from tomorrow on', async () => {
  maps.give([{ ...first, id: 'm1', key: '340000000', body: { is_shown: true, producer: '安徽省地图院', approval_no: '皖S（2024）12号' } }])
  renderPage(<SitePage />)
  await userEvent.click(await screen.findByRole('button', { name: '改用示意图' }))
  await userEvent.click((await screen.findAllByRole('button', { name: '改用示意图' })).at(-1) ?? document.body)
  await waitFor(() => expect(published.mock.calls[0]?.[0]).toMatchObject({ kind: 'map', key: '340000000', body: { is_shown: false } }))
})

const fillSeal = async () => {
  const form = await sealForm()
  await userEvent.click(form.getByRole('combobox', { name: '印章所属单位' }))
  await userEvent.click(await screen.findByText('某市市场监督管理局'))
  await userEvent.upload(form.getByLabelText('印章图样'), new File(['x'], 'seal.png', { type: 'image/png' }))
  await userEvent.type(form.getByLabelText('调整理由'), '启用')
  await userEvent.click(form.getByRole('button', { name: '上传并发布' }))
  return form
}

it('uploads the picture of a seal, then publishes it for its body, and says that it is no electronic one', async () => {
  renderPage(<SitePage />)
  expect(await screen.findByText('这是印章图样，不是电子签章（法律效力以电子签章系统为准）。')).toBeTruthy()
  await fillSeal()
  await waitFor(() => expect(published).toHaveBeenCalled())
  expect(sealed.mock.calls[0]?.[0]).toMatchObject({ org: 'o1' })
  expect(published.mock.calls[0]?.[0]).toMatchObject({ kind: 'paper_seal', key: 'o1', body: { is_used: true, path: 'o1/a.png' }, reason: '启用' })
})

it('says under the picture why it was not taken', async () => {
  const message = '印章图样只接受 PNG 图片，请另存为背景透明的 PNG 后上传'
  sealed.mockRejectedValue(new AppError({ kind: 'invalid', messageKey: 'paper_seal.type_refused', message, field: 'file' }))
  renderPage(<SitePage />)
  const form = await fillSeal()
  expect(await form.findByText(message)).toBeTruthy()
  expect(published).not.toHaveBeenCalled()
})

it('shows which seals papers have today, and takes one away from tomorrow on', async () => {
  seals.give([{ ...first, id: 's1', key: 'o1', body: { is_used: true, path: 'o1/a.png' } }])
  renderPage(<SitePage />)
  expect((await screen.findByRole('img', { name: '印章图样' })).getAttribute('src')).toBe('blob:seal')
  await userEvent.click(await screen.findByRole('button', { name: '停用图样：某市市场监督管理局' }))
  await userEvent.click(await screen.findByRole('button', { name: /^停\s*用$/ }))
  await waitFor(() => expect(published.mock.calls[0]?.[0]).toMatchObject({ kind: 'paper_seal', key: 'o1', body: { is_used: false } }))
})
