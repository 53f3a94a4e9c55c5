// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { PaperKind } from '../model/paper-template.ts'
import type { Version } from '../model/version.ts'
import PaperTemplatePage from './paper-template-page.tsx'
import PaperTemplatesPage from './paper-templates-page.tsx'

const kinds = scripted<PaperKind[]>()
const versions = scripted<Version[]>()
const publish = vi.hoisted(() => vi.fn<(publication: object) => Promise<void>>())
vi.mock('../api/paper-kinds.ts', () => ({ paperKindsQuery: { queryKey: ['kinds'], queryFn: () => kinds.read() } }))
vi.mock('../api/versions.ts', () => ({
  versionsQuery: () => ({ queryKey: ['versions'], queryFn: () => versions.read() }),
  usePublishVersion: () => ({ mutateAsync: publish }),
  useWithdrawVersion: () => ({ isPending: false, mutateAsync: () => Promise.resolve() }),
}))

const seals = scripted<Version[]>()
vi.mock('../api/paper-seals.ts', () => ({
  paperSealsQuery: { queryKey: ['seals'], queryFn: () => seals.read() },
  sealPictureQuery: (path: string) => ({ queryKey: ['picture', path], enabled: path !== '', queryFn: () => Promise.resolve(new Blob(['x'])) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([{ id: 'o1', name: '某市市场监督管理局' }]) }))
URL.createObjectURL = () => 'blob:seal'
URL.revokeObjectURL = () => undefined

const kind: PaperKind = {
  kind: 'tip_filed',
  module: 'complaint',
  label: '举报立案告知书',
  addressee: 'citizen',
  needs_remedy: false,
  fields: [
    { name: 'case_no', label: '受理编号', example: 'JB1', isRequired: true, isCommon: false },
    { name: 'said', label: '告知', example: '已立案', isRequired: true, isCommon: false },
  ],
}
const version: Version = {
  id: 'v1',
  key: 'tip_filed',
  version: 1,
  body: {
    no_word: '举立',
    blocks: [{ type: 'title', text: '举报立案告知书' }, { type: 'paragraph', text: '编号{{case_no}}。' }, { type: 'signature' }],
  },
  effective_from: '2020-01-01',
  effective_to: null,
  state: 'published',
  reason: '系统初始数据',
  published_at: '2026-01-01T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
}
const open = () => {
  kinds.give([kind])
  versions.give([version])
  seals.give([])
  renderPage(<PaperTemplatePage />, { at: '/tip_filed', path: '/:kind' })
}

it('lists the kinds with what must stand in them', async () => {
  kinds.give([kind])
  renderPage(<PaperTemplatesPage />)
  expect((await screen.findByRole('link', { name: '举报立案告知书' })).getAttribute('href')).toBe('/work/admin/paper-templates/tip_filed')
  expect(screen.getByText('受理编号、告知')).toBeTruthy()
})

it('fails with a retry, and says when there is none', async () => {
  kinds.fail()
  renderPage(<PaperTemplatesPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('does not find what no module registered', async () => {
  kinds.give([])
  renderPage(<PaperTemplatePage />, { at: '/nothing', path: '/:kind' })
  expect(await screen.findByText('没有找到')).toBeTruthy()
})

it('shows the sheet with examples and the versions', async () => {
  open()
  expect(await within(await screen.findByRole('region', { name: '样张' })).findByText('编号JB1。')).toBeTruthy()
  expect(screen.getByText('第 1 版')).toBeTruthy()
})

it('puts fields in at the caret, tells what is missing, and publishes what is on the sheet', async () => {
  publish.mockResolvedValue()
  open()
  await userEvent.click(await screen.findByRole('button', { name: '起草新版本' }))
  expect(screen.getByText('还没有写明：告知')).toBeTruthy()
  await userEvent.click(screen.getByLabelText('第 2 段的文字'))
  await userEvent.click(screen.getByRole('button', { name: /^告知（必须）/ }))
  expect(screen.queryByText(/还没有写明/)).toBeNull()
  expect(within(screen.getByRole('region', { name: '样张' })).getByText('编号JB1。已立案')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '在第 2 段之后插入一段' }))
  await userEvent.type(screen.getByLabelText('第 3 段的文字'), '特此告知。')
  await userEvent.click(screen.getByRole('button', { name: /^发\s*布$/ }))
  const dialog = await screen.findByRole('dialog', {}, { timeout: 5_000 })
  await userEvent.type(within(dialog).getByLabelText('调整理由'), '表述更清楚')
  await userEvent.click(within(dialog).getByRole('button', { name: '核对无误，发布' }))
  await vi.waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(publish.mock.calls[0]?.[0]).toMatchObject({
    kind: 'paper',
    key: 'tip_filed',
    body: {
      no_word: '举立',
      blocks: [
        { type: 'title', text: '举报立案告知书' },
        { type: 'paragraph', text: '编号{{case_no}}。{{said}}' },
        { type: 'paragraph', text: '特此告知。' },
        { type: 'signature', text: '{{org_name}}' },
      ],
    },
  })
})

it('shows the seal of a body over the name of that body, and without one says where it belongs', async () => {
  kinds.give([kind])
  versions.give([version])
  seals.give([{ ...version, id: 's1', key: 'o1', body: { is_used: true, path: 'o1/a.png' } }])
  const first = renderPage(<PaperTemplatePage />, { at: '/tip_filed', path: '/:kind' })
  expect((await screen.findByRole('img', { name: '印章图样' })).getAttribute('src')).toBe('blob:seal')
  const sheet = within(screen.getByRole('region', { name: '样张' }))
  expect(sheet.getAllByText('某市市场监督管理局').length).toBeGreaterThan(0)
  expect(sheet.queryByText('（印章）')).toBeNull()
  first.unmount()
  open()
  expect(await screen.findByText('（印章）')).toBeTruthy()
  expect(screen.queryByRole('img', { name: '印章图样' })).toBeNull()
})
