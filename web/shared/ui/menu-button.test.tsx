// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { MenuButton } from './menu-button.tsx'

const onClick = vi.fn<(info: { key: string }) => void>()
const menu = { items: [{ key: 'first', label: '第一项' }], onClick }

it('opens at the first press, keeps the focus on the button, and does what was picked', async () => {
  render(<MenuButton menu={menu}>更多的</MenuButton>)
  await userEvent.click(screen.getByRole('button', { name: '更多的' }))
  const item = await screen.findByRole('menuitem', { name: '第一项' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '更多的' }))
  expect(screen.getByRole('button', { name: '更多的' }).getAttribute('aria-expanded')).toBe('true')
  await userEvent.click(item)
  expect(onClick).toHaveBeenCalledWith(expect.objectContaining({ key: 'first' }))
  await waitFor(() => expect(screen.getByRole('button', { name: '更多的' }).getAttribute('aria-expanded')).toBe('false'))
})

it('opens from the keyboard, and not while it is off', async () => {
  const shown = render(<MenuButton menu={menu}>更多的</MenuButton>)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByRole('menuitem', { name: '第一项' })).toBeTruthy()
  shown.rerender(
    <MenuButton menu={menu} disabled>
      更多的
    </MenuButton>,
  )
  expect(screen.getByRole('button', { name: '更多的' }).hasAttribute('disabled')).toBe(true)
})
