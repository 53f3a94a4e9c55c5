import { expect, it } from 'vitest'
import { dayOf } from './day.ts'

it.each([
  ['2026-01-31', '2026-01-31'],
  ['2026-13-31', ''],
  ['31.1.2026', ''],
  ['', ''],
  [null, ''],
])('takes %s as %s', (given, day) => expect(dayOf(given)).toBe(day))
