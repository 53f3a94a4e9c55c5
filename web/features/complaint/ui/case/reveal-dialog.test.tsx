// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { RevealDialog } from './reveal-dialog.tsx'

const reveal = vi.hoisted(() => vi.fn<(reason: string) => Promise<object>>())
vi.mock('../../api/reveal-reporter.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return { useRevealReporter: () => useMutation({ mutationFn: reveal }) }
})

it('shows nobody without a reason, says why not when refused, and then whoever it is', async () => {
  localStorage.clear()
  reveal
    .mockRejectedValueOnce(new AppError({ kind: 'forbidden', messageKey: 'x', message: '只有承办单位可以查看' }))
    .mockResolvedValue({ name: '张三', phone: '13800000000', idNo: '', address: '' })
  renderPage(<RevealDialog caseId="c1" onClose={() => undefined} />)
  const press = () => userEvent.click(screen.getByRole('button', { name: '确认查看' }))
  fireEvent.change(screen.getByLabelText('查看理由'), { target: { value: '看看' } })
  await press()
  expect(await screen.findByText('请写明查看理由，4 至 200 个字')).toBeTruthy()
  expect(reveal).not.toHaveBeenCalled()
  fireEvent.change(screen.getByLabelText('查看理由'), { target: { value: ' 联系投诉人组织调解 ' } })
  await press()
  expect(await screen.findByText('只有承办单位可以查看')).toBeTruthy()
  expect(screen.queryByText('张三')).toBeNull()
  await press()
  expect(await screen.findByText('13800000000')).toBeTruthy()
  expect(reveal.mock.calls.at(-1)?.[0]).toBe('联系投诉人组织调解')
  expect(screen.queryByRole('button', { name: '确认查看' })).toBeNull()
})
