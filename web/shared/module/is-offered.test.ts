import { expect, it } from 'vitest'
import { isOffered } from './is-offered.ts'

it.each([
  ['referral', undefined, ['inspection'], false],
  ['referral', undefined, [], false],
  ['referral', undefined, ['inspection', 'referral'], true],
  ['referral', undefined, undefined, true],
  ['inbox', true, [], true],
] as const)('%s, core %s, of %j: %s', (id, isCore, siteModules, answer) => {
  expect(isOffered({ id, title: id, ...(isCore ? { isCore } : {}) }, siteModules)).toBe(answer)
})
