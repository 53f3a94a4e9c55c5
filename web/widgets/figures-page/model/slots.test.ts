import { expect, it } from 'vitest'
import { dayParts, hoursOfSlot, slotLabels, slotOf, weekdays } from './slots.ts'

it('names every part of a week once, by the hours that it holds', () => {
  const slots = weekdays.flatMap((_, day) => dayParts.map((_part, part) => slotOf(day, part)))
  expect(Object.keys(slotLabels)).toEqual(slots)
  expect(new Set(slots.flatMap(hoursOfSlot)).size).toBe(7 * 24)
  expect([slotOf(0, 4), hoursOfSlot('1-08'), slotLabels['7-22']]).toEqual(['1-08', ['1-08', '1-09'], '周日 22 时至 24 时'])
})
