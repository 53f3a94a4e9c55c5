// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import { useToastStore } from '@/shared/ui/toast-store.ts'
import type { Paper } from '../model/paper.ts'
import { PaperList } from './paper-list.tsx'

const file = scripted<{ blob: Blob; isChanged: boolean }>()
const save = vi.hoisted(() => vi.fn<(name: string) => void>())
const retry = vi.hoisted(() => vi.fn<(id: string) => void>())
vi.mock('@/shared/format/save-file.ts', () => ({ saveFile: save }))
vi.mock('../api/papers.ts', () => ({
  paperFileQuery: () => ({ queryKey: ['file'], queryFn: () => file.read() }),
  useRetryPaper: () => ({ isPending: false, mutate: retry }),
  useWithdrawPaper: () => ({ mutateAsync: () => Promise.resolve() }),
}))

const paper: Paper = {
  id: '00000000-0000-4000-8000-000000000001',
  no: '合肥市场监管投受〔2026〕1号',
  title: '投诉受理决定书',
  state: 'ready',
  problem: '',
  storage_path: 'x',
  sha256: 'a'.repeat(64),
  code: 'ABCD-2345-EFGH-6789',
  issued_at: '2026-04-15T02:00:00Z',
  withdrawn_at: null,
  withdraw_reason: '',
  orgs: { name: '合肥市市场监督管理局' },
  can_retry: false,
  can_withdraw: false,
}

beforeEach(() => {
  save.mockReset()
  retry.mockReset()
})

it('says number, state and digest, and gives the stored file', async () => {
  file.give({ blob: new Blob(['x']), isChanged: false })
  renderPage(<PaperList papers={[paper]} />)
  for (const text of [paper.no, '已生成', 'a'.repeat(64), paper.code]) expect(screen.getByText(text)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '下载投诉受理决定书' }))
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce())
})

it('does not give out a file that was changed', async () => {
  file.give({ blob: new Blob(['x']), isChanged: true })
  renderPage(<PaperList papers={[paper]} />)
  await userEvent.click(screen.getByRole('button', { name: '下载投诉受理决定书' }))
  await vi.waitFor(() => expect(JSON.stringify(useToastStore.getState())).toContain('已被改动'))
  expect(save).not.toHaveBeenCalled()
})

it('says why one failed, and has it made again by who may', async () => {
  renderPage(
    <PaperList papers={[{ ...paper, state: 'failed', problem: '字库里没有这些字：“𪛖”', storage_path: null, sha256: null, can_retry: true }]} />,
  )
  expect(screen.getByText('字库里没有这些字：“𪛖”')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /下载/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '重新生成' }))
  expect(retry).toHaveBeenCalledWith(paper.id)
})

it('tells when and why one was withdrawn', () => {
  renderPage(<PaperList papers={[{ ...paper, withdrawn_at: '2026-05-01T02:00:00Z', withdraw_reason: '日期有误' }]} />)
  expect(screen.getByText('已撤回')).toBeTruthy()
  expect(screen.getByText(/日期有误/)).toBeTruthy()
})
