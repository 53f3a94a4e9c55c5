// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { OwnPapers } from './own-papers.tsx'

const call = vi.hoisted(() => vi.fn<(name: string, options: { body: unknown }) => Promise<unknown>>())
const save = vi.hoisted(() => vi.fn<(name: string) => void>())
vi.mock('@/shared/http/call-function.ts', () => ({ callFunction: call }))
vi.mock('@/shared/format/save-file.ts', () => ({ saveFile: save }))

const credentials = { code: 'ABCD-2345-EFGH-6789', phoneTail: '1234' }
const paper = { id: 'p1', title: '投诉受理决定书', no: '合肥市场监管投受〔2026〕1号', at: '2026-04-15T02:00:00Z', isReady: true, isWithdrawn: false }
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

beforeEach(() => {
  call.mockReset()
  save.mockReset()
})

it('gives the stored file by code and tail', async () => {
  call.mockResolvedValue({ no: paper.no, sha256: abc, pdf: btoa('abc') })
  renderPage(<OwnPapers papers={[paper]} credentials={credentials} />)
  await userEvent.click(screen.getByRole('button', { name: '下载投诉受理决定书' }))
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce())
  expect(save.mock.calls[0]?.[0]).toBe('投诉受理决定书 合肥市场监管投受〔2026〕1号.pdf')
  expect(call).toHaveBeenCalledWith('fetch-paper', expect.objectContaining({ body: { ...credentials, paperId: 'p1' } }))
})

it('gives out nothing that is not what was registered', async () => {
  call.mockResolvedValue({ no: paper.no, sha256: abc, pdf: btoa('changed') })
  renderPage(<OwnPapers papers={[paper]} credentials={credentials} />)
  await userEvent.click(screen.getByRole('button', { name: /下载/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('不一致')
  expect(save).not.toHaveBeenCalled()
})

it('says what is being made, and what was withdrawn', () => {
  renderPage(<OwnPapers papers={[{ ...paper, isReady: false, isWithdrawn: true }]} credentials={credentials} />)
  expect(screen.getByText('文书正在生成，请稍后再查询。')).toBeTruthy()
  expect(screen.getByText('（已撤回，不再有效）')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
