import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { readRows } from './read-rows.ts'

const row = z.object({ id: z.number() })

function fakeRequest(answer: object) {
  const made = vi.fn<(count?: 'exact') => void>()
  const ranges: [number, number][] = []
  const request = (count?: 'exact') => {
    made(count)
    const sent = Object.assign(Promise.resolve(answer as { data: unknown; error: unknown }), {
      range: (from: number, to: number) => {
        ranges.push([from, to])
        return sent
      },
      abortSignal: () => sent,
    })
    return sent
  }
  return { made, ranges, request }
}

it('throws what the database refuses, for a page and for a stretch', async () => {
  const { request } = fakeRequest({ data: null, error: { code: '42501', message: 'x' } })
  const rows = readRows(request, row)
  await expect(rows.page({ page: 1, size: 20 }, new AbortController().signal)).rejects.toThrow('您没有办理此事项的权限')
  await expect(rows.stretch(0, 1000)).rejects.toThrow('您没有办理此事项的权限')
})

it('refuses rows of another shape', async () => {
  const rows = readRows(fakeRequest({ data: [{ id: 'x' }], error: null, count: 1 }).request, row)
  await expect(rows.page({ page: 1, size: 20 }, new AbortController().signal)).rejects.toThrow(/id/)
})

it('counts for the page on screen, and not for an export', async () => {
  const { made, ranges, request } = fakeRequest({ data: [{ id: 1 }], error: null, count: 41 })
  const rows = readRows(request, row)
  expect(await rows.page({ page: 2, size: 20 }, new AbortController().signal)).toEqual({ rows: [{ id: 1 }], count: 41 })
  expect(await rows.stretch(1000, 1000)).toEqual([{ id: 1 }])
  expect(made.mock.calls).toEqual([['exact'], [undefined]])
  expect(ranges).toEqual([
    [20, 39],
    [1000, 1999],
  ])
})
