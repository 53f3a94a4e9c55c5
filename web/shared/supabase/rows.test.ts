import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { readPageOf } from './rows.ts'

const row = z.object({ id: z.number() })
const beyond = { data: null, error: { code: 'PGRST103', message: 'Requested range not satisfiable', details: null, hint: null } }

it('gives the first page when the one asked for is no more', async () => {
  for (const answer of [beyond, { data: [], error: null, count: 1 }]) {
    const read = vi.fn<(from: number, to: number) => Promise<{ data: unknown; error: unknown; count?: number }>>()
    read.mockResolvedValueOnce(answer).mockResolvedValueOnce({ data: [{ id: 1 }], error: null, count: 1 })
    expect(await readPageOf({ page: 99, size: 20 }, read, row)).toEqual({ rows: [{ id: 1 }], count: 1 })
    expect(read.mock.calls).toEqual([
      [1960, 1979],
      [0, 19],
    ])
  }
})
it('asks once for a page that is there, and for an empty list', async () => {
  const read = vi.fn<(from: number, to: number) => Promise<{ data: unknown; error: unknown; count?: number }>>()
  read.mockResolvedValue({ data: [], error: null, count: 0 })
  expect(await readPageOf({ page: 1, size: 20 }, read, row)).toEqual({ rows: [], count: 0 })
  expect(read).toHaveBeenCalledTimes(1)
})
it('throws what else goes wrong', async () => {
  await expect(readPageOf({ page: 2, size: 20 }, () => Promise.resolve({ data: null, error: { code: '42501', message: 'x' } }), row)).rejects.toThrow(
    '您没有办理此事项的权限',
  )
})
