// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Publication } from '../api/versions.ts'
import { readEntries, type CodeEntry, type CodeSet } from '../model/code-entry.ts'
import type { Version } from '../model/version.ts'
import CodesPage from './codes-page.tsx'

const sets = scripted<CodeSet[]>()
const entries = scripted<CodeEntry[]>()
const versions = scripted<Version[]>()
const published = vi.fn<(publication: Publication) => Promise<void>>()
vi.mock('../api/codes.ts', () => ({
  codeSetsQuery: { queryKey: ['sets'], queryFn: () => sets.read() },
  codeEntriesQuery: (set: string) => ({ queryKey: ['entries', set], queryFn: () => entries.read() }),
}))
vi.mock('../api/versions.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return {
    versionsQuery: (kind: string, key: string) => ({ queryKey: [kind, key], queryFn: () => versions.read() }),
    usePublishVersion: () => useMutation({ mutationFn: published }),
    useWithdrawVersion: () => useMutation({ mutationFn: () => Promise.resolve() }),
  }
})

const version = {
  id: '1',
  key: 'tip.outcome/corrected',
  version: 1,
  body: { label: '已责令改正', sort: 2, is_active: true },
  effective_from: '2000-01-01',
  effective_to: null,
  state: 'published' as const,
  reason: '系统初始数据',
  published_at: '2026-01-01T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
}
const all: CodeSet[] = [
  { set_key: 'work.message', label: '消息标题', codes: 18, is_system: true },
  { set_key: 'tip.outcome', label: '举报处理结果', codes: 1, is_system: false },
]

beforeEach(() => {
  localStorage.clear()
  published.mockReset().mockResolvedValue(undefined)
  sets.give(all)
  entries.give(readEntries([version], '2026-11-24'))
})

it('fails with a retry, and says when there is no dictionary', async () => {
  sets.fail()
  const { unmount } = renderPage(<CodesPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  unmount()
  sets.give([])
  renderPage(<CodesPage />)
  expect(await screen.findByText('还没有字典')).toBeTruthy()
})

it('adds a code from a day on', async () => {
  renderPage(<CodesPage />)
  expect(await screen.findByText('已责令改正')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '新增编码' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('编码'), 'Bad Code')
  await userEvent.type(dialog.getByLabelText('名称'), '已约谈')
  await userEvent.type(dialog.getByLabelText('调整理由'), '新增处理方式')
  await userEvent.click(dialog.getByRole('button', { name: /发\s*布/ }))
  expect(await dialog.findByText('编码只能用小写字母、数字、下划线和点，最长 40 位')).toBeTruthy()
  expect(published).not.toHaveBeenCalled()
  await userEvent.clear(dialog.getByLabelText('编码'))
  await userEvent.type(dialog.getByLabelText('编码'), 'talked')
  await userEvent.click(dialog.getByRole('button', { name: /发\s*布/ }))
  await waitFor(() => expect(published).toHaveBeenCalled())
  expect(published.mock.calls[0]?.[0]).toMatchObject({
    kind: 'code',
    key: 'tip.outcome/talked',
    body: { label: '已约谈', is_active: true },
    reason: '新增处理方式',
  })
})

it('ends a code, whose name stays as it was', async () => {
  renderPage(<CodesPage />)
  await userEvent.click(await screen.findByRole('button', { name: '停用 已责令改正' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('调整理由'), '不再使用')
  await userEvent.click(dialog.getByRole('button', { name: /发\s*布/ }))
  await waitFor(() => expect(published).toHaveBeenCalled())
  expect(published.mock.calls[0]?.[0]).toMatchObject({ key: 'tip.outcome/corrected', body: { label: '已责令改正', sort: 2, is_active: false } })
})

it('offers neither adding nor ending in a dictionary of the system', async () => {
  renderPage(<CodesPage />, { at: '/?set=work.message' })
  expect(await screen.findByText('该字典由系统使用，只能修改名称和顺序。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '新增编码' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^停用/ })).toBeNull()
})

it('shows the history of a code', async () => {
  versions.give([version])
  renderPage(<CodesPage />)
  await userEvent.click(await screen.findByRole('button', { name: '历史 已责令改正' }))
  expect(await screen.findByText('已责令改正，顺序 2')).toBeTruthy()
  expect(within(screen.getByRole('list', { name: '历次版本' })).queryByRole('button')).toBeNull()
})
