// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { TabStrip } from './tab-strip.tsx'

const onChange = vi.fn<(key: string) => void>()
const tabs = [
  { key: 'a', label: '全部' },
  { key: 'b', label: '待签收', count: 1234 },
  { key: 'c', label: '已办结', count: 0 },
]
beforeEach(() => void onChange.mockReset())

it('takes one stop of the keyboard, also when nothing of it is chosen', async () => {
  render(<TabStrip label="状态" value="gone" tabs={tabs} onChange={onChange} />)
  await userEvent.tab()
  expect(document.activeElement?.textContent).toBe('全部')
  await userEvent.tab()
  expect(document.activeElement).toBe(document.body)
  expect(screen.queryByRole('tab', { selected: true })).toBeNull()
})

it('goes on with the arrows, round the end', async () => {
  render(<TabStrip label="状态" value="a" tabs={tabs} onChange={onChange} />)
  screen.getByRole('tab', { name: '全部' }).focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(onChange).toHaveBeenLastCalledWith('c')
  expect(document.activeElement?.textContent).toBe('已办结 0')
})

it('says how many, in words that are Chinese only', async () => {
  render(<TabStrip label="状态" value="b" tabs={tabs} onChange={onChange} />)
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('待签收 1,234')
  await userEvent.click(screen.getByRole('tab', { name: '已办结 0' }))
  expect(onChange).toHaveBeenLastCalledWith('c')
  expect(document.body.innerHTML).not.toMatch(/Tab \d|of \d/)
})
