import { z } from 'zod'
import { countOf, pageOf, rowsOf, type Answer } from '../supabase/rows.ts'

/** How far a list is counted, and may be paged through: nobody turns five hundred pages, and counting millions takes seconds. */
export const countCap = 10_000

/** What is asked of a list: a page with its columns and order, or the bare `id` of some rows, to be counted. */
export interface ListPart {
  of: 'rows' | 'ids'
  from: number
  to: number
  options: { count?: 'exact'; head?: boolean }
}

export interface ListPage<T> {
  rows: T[]
  count: number
  /** There are more than `count`. */
  isCapped?: boolean
}

interface ListOptions<T> {
  state: { page: number; size: number }
  /** Makes the request anew each time, since a request can be sent once. */
  ask: (part: ListPart) => PromiseLike<Answer>
  row: z.ZodType<T>
  /** Open rows are few and indexed: their exact number comes with the page. */
  isOpenOnly: boolean
}

/** One page of a list, by its number. An old link may ask for a page that is no more: it gets the first. */
export async function readPage<T>({ state: { page, size }, ask, row, isOpenOnly }: ListOptions<T>): Promise<ListPage<T>> {
  const wanted = (page - 1) * size
  const from = !isOpenOnly && wanted >= countCap ? 0 : wanted
  const read = (at: number) => ask({ of: 'rows', from: at, to: at + size - 1, options: isOpenOnly ? { count: 'exact' } : {} })
  const first = await read(from)
  const isGone = from > 0 && (codeOf(first.error) === 'PGRST103' || (!first.error && isEmpty(first.data)))
  const at = isGone ? 0 : from
  const { rows, count } = pageOf(isGone ? await read(0) : first, row)
  if (isOpenOnly) return { rows, count }
  // A page that is not full is the last one; a search that finds little is not made twice.
  if (rows.length < size && (rows.length > 0 || at === 0)) return { rows, count: at + rows.length }
  if (await isBeyondCap(ask)) return { rows, count: countCap, isCapped: true }
  return { rows, count: countOf(await ask({ of: 'ids', from: 0, to: 0, options: { count: 'exact', head: true } })) }
}

/** One row behind the cap tells it: the database stops there, where a count goes on to the last. */
async function isBeyondCap(ask: (part: ListPart) => PromiseLike<Answer>): Promise<boolean> {
  const answer = await ask({ of: 'ids', from: countCap, to: countCap, options: {} })
  return codeOf(answer.error) !== 'PGRST103' && rowsOf(answer, z.unknown()).length > 0
}

const isEmpty = (data: unknown) => Array.isArray(data) && data.length === 0
const codeOf = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)
