import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { theme } from './theme.ts'

const tokens = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')
const stackOf = (name: string) => new RegExp(`--${name}:\\s*([^;]+);`).exec(tokens)?.[1]?.replaceAll(/\s+/g, ' ')

it('both sites are set in the same fonts, and none whose bold is made up', () => {
  expect(theme.token?.fontFamily).toBe(stackOf('font-text'))
  expect(stackOf('font-title')).toContain('var(--font-text)')
  expect(tokens).not.toMatch(/'(SimSun|STSong|STZhongsong|FangSong|KaiTi)'/)
})
