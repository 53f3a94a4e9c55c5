import { expect, it } from 'vitest'
import { atOnce } from './at-once.ts'

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

it('keeps the order and never does more than so many at a time', async () => {
  let running = 0
  let most = 0
  const results = await atOnce(3, [5, 1, 4, 2, 3, 0, 6], async (item) => {
    running += 1
    most = Math.max(most, running)
    await later(item)
    running -= 1
    return item * 2
  })
  expect(results).toEqual([10, 2, 8, 4, 6, 0, 12])
  expect(most).toBe(3)
  expect(await atOnce(3, [], later)).toEqual([])
})

it('begins nothing more after a failure', async () => {
  const begun: number[] = []
  const work = async (item: number) => {
    begun.push(item)
    await later(1)
    if (item === 1) throw new Error('refused')
  }
  await expect(atOnce(2, [0, 1, 2, 3, 4, 5, 6, 7], work)).rejects.toThrow('refused')
  await later(5)
  expect(begun.length).toBeLessThan(8)
})
