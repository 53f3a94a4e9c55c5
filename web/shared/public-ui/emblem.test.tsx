// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Emblem } from './emblem.tsx'

it.each([
  ['', 0, 4],
  ['皖', 1, 0],
  ['安徽监管', 4, 0],
  ['多出来的字', 4, 0],
])('%j is cut into the seal as %s characters', (text, characters, strokes) => {
  const { container } = render(<Emblem text={text} />)
  expect(container.querySelectorAll('text')).toHaveLength(characters)
  expect(container.querySelectorAll('path')).toHaveLength(strokes)
})
