// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import CheckPage from './check-page.tsx'

const call = vi.hoisted(() => vi.fn<(name: string, options: { body: unknown }) => Promise<unknown>>())
vi.mock('@/shared/http/call-function.ts', () => ({ callFunction: call }))

const paper = {
  title: '投诉受理决定书',
  no: '合肥市场监管投受〔2026〕1号',
  orgName: '合肥市市场监督管理局',
  issuedOn: '2026-04-15',
  // Of the text "abc".
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  withdrawnOn: null as string | null,
}
const open = (at: string) => renderPage(<CheckPage />, { at, path: '/paper/:code?' })

beforeEach(() => void call.mockReset())

it('asks for nothing until there is a code, and says what is wrong with one that is none', async () => {
  open('/paper')
  await userEvent.type(screen.getByLabelText('核验码'), 'ABC')
  await userEvent.click(screen.getByRole('button', { name: '核验' }))
  expect(screen.getByText('核验码为 16 位字母和数字，请核对')).toBeTruthy()
  expect(call).not.toHaveBeenCalled()
})

it('says whose paper it is, and compares a file with it', async () => {
  call.mockResolvedValue(paper)
  open('/paper')
  await userEvent.type(screen.getByLabelText('核验码'), 'abcd2345efgh6789')
  await userEvent.click(screen.getByRole('button', { name: '核验' }))
  for (const text of ['合肥市市场监督管理局', paper.no, paper.sha256]) expect(await screen.findByText(text)).toBeTruthy()
  expect(call.mock.calls[0]?.[1].body).toEqual({ code: 'ABCD-2345-EFGH-6789' })
  const input = screen.getByLabelText('选择文书的 PDF 文件')
  await userEvent.upload(input, new File(['abc'], '决定书.pdf', { type: 'application/pdf' }))
  expect((await screen.findByRole('status')).textContent).toContain('一致')
  await userEvent.upload(input, new File(['abd'], '改过.pdf', { type: 'application/pdf' }))
  expect((await screen.findByRole('alert')).textContent).toContain('不一致')
})

it('says that a paper was withdrawn', async () => {
  call.mockResolvedValue({ ...paper, withdrawnOn: '2026-05-01' })
  open('/paper/ABCD-2345-EFGH-6789')
  expect((await screen.findByRole('alert')).textContent).toContain('2026-05-01')
})

it('tells what is not found from what went wrong', async () => {
  call.mockRejectedValueOnce(new AppError({ kind: 'not-found', messageKey: 'paper.not_found', message: 'x' }))
  open('/paper/ABCD-2345-EFGH-6789')
  expect((await screen.findByRole('alert')).textContent).toContain('没有这份文书')
})
