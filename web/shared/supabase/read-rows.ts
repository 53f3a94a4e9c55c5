import type { z } from 'zod'
import { pageOf, readPageOf } from './rows.ts'

type Answer = Parameters<typeof pageOf>[0]

/** A request that is not sent yet: made anew for each page, since one can be sent once. */
interface Ranged {
  range: (from: number, to: number) => Ranged & PromiseLike<Answer>
  abortSignal: (signal: AbortSignal) => PromiseLike<Answer>
}

/** The one way to read a list: the page on screen with its count, and stretches for the export without one. */
export const readRows = <Row>(request: (count?: 'exact') => Ranged, row: z.ZodType<Row>) => ({
  page: (state: { page: number; size: number }, signal: AbortSignal) =>
    readPageOf(state, (from, to) => request('exact').range(from, to).abortSignal(signal), row),
  stretch: async (offset: number, limit: number) => pageOf(await request().range(offset, offset + limit - 1), row).rows,
})
