import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showToast, useToastStore } from './toast-store.ts'

beforeEach(() => {
  vi.useFakeTimers()
  useToastStore.setState({ toasts: [] })
})
afterEach(() => vi.useRealTimers())

it('shows a line and takes it away again, errors later', () => {
  showToast('success', '已受理')
  showToast('error', '失败')
  vi.advanceTimersByTime(5_000)
  expect(useToastStore.getState().toasts.map((toast) => toast.text)).toEqual(['失败'])
  vi.advanceTimersByTime(5_000)
  expect(useToastStore.getState().toasts).toEqual([])
})
it('keeps the last four', () => {
  for (const text of ['1', '2', '3', '4', '5']) showToast('success', text)
  expect(useToastStore.getState().toasts.map((toast) => toast.text)).toEqual(['2', '3', '4', '5'])
})
