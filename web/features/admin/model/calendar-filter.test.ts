import { expect, it } from 'vitest'
import { calendarSearch } from './calendar-filter.ts'

it.each([
  [{ year: '2027' }, 2027],
  [{ year: '1999' }, 0],
  [{ year: 'x' }, 0],
  [{}, 0],
])('reads %o', (raw, year) => expect(calendarSearch.parse(raw as Record<string, string>)).toEqual({ year }))
