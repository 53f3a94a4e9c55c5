/** The log and the page must mean the same by "unexpected": the page shows a number for exactly what is logged. */
import { expect, test } from 'vitest'
import { toAppError } from '../../../web/shared/errors/to-app-error.ts'
import { isNamed } from './unnamed-errors.ts'

const codes = [
  'PT400 PT401 PT403 PT404 PT409 PT413 PT415 PT422 PT429 PT500 PT503',
  'P0001 22P02 22003 23502 23503 23505 23514 40P01 42501 42P01 42883 53300 57014 XX000',
  'PGRST000 PGRST102 PGRST103 PGRST116 PGRST202 PGRST301 PGRST302 PGRST303',
].flatMap((line) => line.split(' '))

test.each(codes)('%s', (code) => {
  const isExpected = toAppError({ code, message: 'x', details: null, hint: null }).kind !== 'unexpected'
  // A page beyond the end is read anew: a list may shrink while it is looked at.
  expect(isNamed(code)).toBe(isExpected || code === 'PGRST103')
})
