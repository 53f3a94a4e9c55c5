import { expect, it } from 'vitest'
import { toFormField } from './filing-form.ts'

it('maps server field names to this page', () => {
  expect(toFormField('reporter.phone')).toBe('phone')
  expect(toFormField('title')).toBe('title')
  expect(toFormField('nonsense')).toBeUndefined()
})
