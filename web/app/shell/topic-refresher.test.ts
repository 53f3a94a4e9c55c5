import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rootsOf, topicRefresher } from './topic-refresher.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('knows whose flow it was, and refreshes everything when it does not', () => {
  expect(rootsOf('tip')).toEqual(['work', 'notification', 'complaint'])
  expect(rootsOf(undefined)).toEqual(expect.arrayContaining(['work', 'notification', 'complaint']))
  expect(rootsOf('unheard_of')).toEqual(rootsOf(undefined))
})
it('turns a burst into two rounds', () => {
  const asked: string[] = []
  const refresh = topicRefresher((root) => void asked.push(root), 300)
  for (let i = 0; i < 5; i += 1) refresh('complaint')
  vi.advanceTimersByTime(1_000)
  expect(asked.filter((root) => root === 'work')).toHaveLength(2)
})
