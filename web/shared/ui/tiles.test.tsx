// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { Tiles } from './tiles.tsx'

it('leads where there is something, waits where nobody knows yet, and says a word instead of a number', () => {
  render(
    <MemoryRouter>
      <Tiles
        label="数"
        tiles={[
          { key: 'a', title: '没有', to: '/a', count: 0 },
          { key: 'b', title: '很多', to: '/b', count: 12345 },
          { key: 'c', title: '未知', to: '/c' },
          { key: 'd', title: '去处', to: '/d', note: '一句话' },
        ]}
      />
    </MemoryRouter>,
  )
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['很多 12,345', '未知 …', '去处 一句话'])
  expect(screen.getByRole('list', { name: '数' }).textContent).toContain('没有 0')
})
