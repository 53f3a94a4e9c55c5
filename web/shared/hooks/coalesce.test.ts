import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { coalesce } from './coalesce.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('runs the first at once and the rest of a burst together', () => {
  const run = vi.fn<() => void>()
  const call = coalesce(run, 300)
  for (let i = 0; i < 10; i++) call()
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(300)
  expect(run).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(300)
  call()
  expect(run).toHaveBeenCalledTimes(3)
})
