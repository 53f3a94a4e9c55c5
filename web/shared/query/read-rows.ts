import type { z } from 'zod'
import { rowsOf, type Answer } from '../supabase/rows.ts'
import { readPage, type ListPage, type ListPart } from './read-page.ts'

interface Source<Row> {
  /** The request for a part of the list, made anew each time, since one can be sent once. */
  ask: (part: ListPart) => { abortSignal: (signal: AbortSignal) => PromiseLike<Answer> } & PromiseLike<Answer>
  row: z.ZodType<Row>
  isOpenOnly: boolean
}

export interface RowsReader<Row> {
  page: (state: { page: number; size: number }, signal: AbortSignal) => Promise<ListPage<Row>>
  stretch: (offset: number, limit: number) => Promise<Row[]>
}

/** The one way to read a list: the page on screen with its count, and stretches for the export without one. */
export const readRows = <Row>({ ask, row, isOpenOnly }: Source<Row>): RowsReader<Row> => ({
  page: (state, signal) => readPage({ state, ask: (part) => ask(part).abortSignal(signal), row, isOpenOnly }),
  stretch: async (offset, limit) => rowsOf(await ask({ of: 'rows', from: offset, to: offset + limit - 1, options: {} }), row),
})
