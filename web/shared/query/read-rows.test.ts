import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { ListPart } from './read-page.ts'
import { readRows } from './read-rows.ts'

const row = z.object({ id: z.number() })
const never = new AbortController().signal

function source(answer: object) {
  const asked = vi.fn<(part: ListPart) => void>()
  const ask = (part: ListPart) => {
    asked(part)
    const sent = Promise.resolve(answer as { data: unknown; error: unknown })
    return Object.assign(sent, { abortSignal: () => sent })
  }
  return { asked, rows: readRows({ ask, row, isOpenOnly: true }) }
}

it('throws what the database refuses, for a page and for a stretch', async () => {
  const { rows } = source({ data: null, error: { code: '42501', message: 'x' } })
  await expect(rows.page({ page: 1, size: 20 }, never)).rejects.toThrow('您没有办理此事项的权限')
  await expect(rows.stretch(0, 1000)).rejects.toThrow('您没有办理此事项的权限')
})

it('refuses rows of another shape', async () => {
  const { rows } = source({ data: [{ id: 'x' }], error: null, count: 1 })
  await expect(rows.page({ page: 1, size: 20 }, never)).rejects.toThrow(/id/)
})

it('counts for the page on screen, and not for an export', async () => {
  const { asked, rows } = source({ data: [{ id: 1 }], error: null, count: 41 })
  expect(await rows.page({ page: 2, size: 20 }, never)).toEqual({ rows: [{ id: 1 }], count: 41 })
  expect(await rows.stretch(1000, 1000)).toEqual([{ id: 1 }])
  expect(asked.mock.calls.map(([part]) => part)).toEqual([
    { of: 'rows', from: 20, to: 39, options: { count: 'exact' } },
    { of: 'rows', from: 1000, to: 1999, options: {} },
  ])
})
