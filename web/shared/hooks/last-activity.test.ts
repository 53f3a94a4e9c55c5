// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { lastActivity } from './last-activity.ts'

beforeEach(() => localStorage.clear())

it('is idle only when the last touch is too long ago', () => {
  expect(lastActivity.isOlderThan(1_000, 5_000)).toBe(false)
  lastActivity.touch(3_000)
  expect([lastActivity.isOlderThan(1_000, 5_000), lastActivity.isOlderThan(1_000, 3_900)]).toEqual([true, false])
  lastActivity.forget()
  expect(lastActivity.isOlderThan(1_000, 5_000)).toBe(false)
})
