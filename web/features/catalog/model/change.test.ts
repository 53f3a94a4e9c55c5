import { expect, it } from 'vitest'
import { impactPath, touchedCodes } from './change.ts'

it('touches what is there, not what is to come', () => {
  expect(
    touchedCodes([
      { action: 'repeal', item_code: '01320001000010' },
      { action: 'add', item_code: null },
      // Given when it was published: nothing rested on it before.
      { action: 'add', item_code: '01320001000030' },
    ]),
  ).toEqual(['01320001000010'])
})
it('leads to the rows of these items', () => {
  expect(impactPath('/work/catalog/claims', ['01320001000010', '01320001000020'])).toBe(
    '/work/catalog/claims?scope=all&state=claimed&items=01320001000010.01320001000020',
  )
  expect(impactPath('/work/risk/rules', ['01320001000010'])).toBe('/work/risk/rules?scope=all&items=01320001000010')
})
