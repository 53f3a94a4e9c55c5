import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Answer } from '../supabase/rows.ts'
import { countCap, readPage, type ListPart } from './read-page.ts'

const row = z.object({ id: z.number() })
const beyond = { data: null, error: { code: 'PGRST103', message: 'Requested range not satisfiable', details: null, hint: null } }

/** A list of that many rows, as the API answers for it. */
function listOf(total: number, outOfRange: Answer = beyond) {
  return vi.fn<(part: ListPart) => Promise<Answer>>(async ({ from, to, options }) => {
    const count = options.count ? { count: total } : {}
    if (options.head) return { data: null, error: null, ...count }
    if (from > 0 && from >= total) return outOfRange
    const ids = Array.from({ length: Math.max(0, Math.min(to + 1, total) - from) }, (_, i) => ({ id: from + i }))
    return { data: ids, error: null, ...count }
  })
}
const page = (ask: ReturnType<typeof listOf>, number: number, isOpenOnly = false) =>
  readPage({ state: { page: number, size: 20 }, ask, row, isOpenOnly })

it('counts open rows exactly and in the same request, however many', async () => {
  const ask = listOf(30_000)
  expect(await page(ask, 2, true)).toMatchObject({ count: 30_000, rows: expect.arrayContaining([{ id: 20 }]) })
  expect(ask).toHaveBeenCalledTimes(1)
})
it.each([
  [0, 1, 0],
  [7, 1, 7],
  [20, 1, 20],
  [27, 2, 7],
  [9_999, 1, 20],
  [10_000, 500, 20],
])('of %i rows, page %i: the exact number', async (total, number, shown) => {
  const found = await page(listOf(total), number)
  expect(found.rows).toHaveLength(shown)
  expect(found).toMatchObject({ count: total })
  expect(found.isCapped).toBeFalsy()
})
it('asks nobody to count what one page shows', async () => {
  const ask = listOf(7)
  await page(ask, 1)
  expect(ask).toHaveBeenCalledTimes(1)
})
it.each([10_001, 3_000_000])('of %i rows: more than the cap, and nothing counts them', async (total) => {
  const ask = listOf(total)
  expect(await page(ask, 500)).toMatchObject({ count: countCap, isCapped: true, rows: expect.arrayContaining([{ id: 9_999 }]) })
  expect(ask.mock.calls.some(([{ options }]) => options.count)).toBe(false)
})
it('leads nowhere beyond the cap', async () => {
  const ask = listOf(3_000_000)
  expect((await page(ask, 501)).rows[0]).toEqual({ id: 0 })
  expect(Math.max(...ask.mock.calls.map(([{ from }]) => from))).toBe(countCap)
})
it.each([[beyond], [{ data: [], error: null, count: 1 }]])('gives the first page when the one asked for is no more', async (outOfRange) => {
  for (const isOpenOnly of [true, false]) expect(await page(listOf(1, outOfRange), 99, isOpenOnly)).toMatchObject({ rows: [{ id: 0 }], count: 1 })
})
it('throws what else goes wrong', async () => {
  const ask = () => Promise.resolve({ data: null, error: { code: '42501', message: 'x' } })
  await expect(readPage({ state: { page: 2, size: 20 }, ask, row, isOpenOnly: false })).rejects.toThrow('您没有办理此事项的权限')
})
