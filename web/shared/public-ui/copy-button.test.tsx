// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { CopyButton } from './copy-button.tsx'

it.each([
  ['the clipboard takes it', () => Promise.resolve(), '已复制'],
  ['neither way works', () => Promise.reject(new Error('no')), '没有复制成功，请长按选取或抄写'],
])('says what came of it when %s', async (_when, write, words) => {
  const user = userEvent.setup()
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write)
  document.execCommand = () => false
  render(<CopyButton text="77AL-4MV2-RC4P-7EEC" label="复制查询码" />)
  await user.click(screen.getByRole('button', { name: '复制查询码' }))
  expect((await screen.findByText(words)).getAttribute('role')).toBe('status')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '复制查询码' }))
})

it('leaves no clock behind when the page is left', async () => {
  const user = userEvent.setup()
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const start = vi.spyOn(globalThis, 'setTimeout')
  const stop = vi.spyOn(globalThis, 'clearTimeout')
  const page = render(<CopyButton text="77AL-4MV2-RC4P-7EEC" label="复制查询码" />)
  await user.click(screen.getByRole('button', { name: '复制查询码' }))
  await screen.findByText('已复制')
  const clock = start.mock.results[start.mock.calls.findIndex(([, span]) => span === 3_000)]?.value
  page.unmount()
  expect(stop.mock.calls.map(([timer]) => timer)).toContain(clock)
})
