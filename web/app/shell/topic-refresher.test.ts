import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { modules } from '../modules.ts'
import { rootsOf, topicRefresher } from './topic-refresher.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const flow = (id: string, ...kinds: string[]): ModuleManifest => ({
  id,
  title: id,
  permissions: [],
  nav: [],
  workRoutes: [],
  ...(kinds.length > 0 ? { kinds: Object.fromEntries(kinds.map((kind) => [kind, () => '/'])) } : {}),
})
const three = [flow('first', 'a', 'b'), flow('second', 'c'), flow('without')]

it.each([undefined, 7, 'unheard_of', 'toString'])('refreshes every flow when %j names none', (kind) => {
  expect(rootsOf(kind, three)).toEqual(['work', 'notification', 'first', 'second'])
})
it('refreshes the module whose flow it was, and no other', () => {
  expect(rootsOf('b', three)).toEqual(['work', 'notification', 'first'])
  expect(rootsOf('c', three)).toEqual(['work', 'notification', 'second'])
  expect(rootsOf('tip', modules)).toEqual(['work', 'notification', 'complaint'])
})
it('refreshes accounts when it was about no item', () => {
  expect(rootsOf('', three)).toEqual(['notification', 'admin'])
})
it('turns a burst into two rounds, of what was named', () => {
  const asked: string[] = []
  const refresh = topicRefresher(three, (root) => void asked.push(root), 300)
  for (let i = 0; i < 5; i += 1) refresh(i === 0 ? 'a' : 'c')
  vi.advanceTimersByTime(1_000)
  expect(asked).toEqual(['work', 'notification', 'first', 'work', 'notification', 'second'])
})
