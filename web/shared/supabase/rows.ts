import { z } from 'zod'
import { toAppError } from '../errors/to-app-error.ts'

interface Answer {
  data: unknown
  error: unknown
  count?: number | null
}

/** Throws the mapped error, else parses the rows: generated view columns are nullable, the schema says what they are. */
export function rowsOf<T>(answer: Answer, row: z.ZodType<T>): T[] {
  if (answer.error) throw toAppError(answer.error)
  return z.array(row).parse(answer.data ?? [])
}

export function pageOf<T>(answer: Answer, row: z.ZodType<T>): { rows: T[]; count: number } {
  return { rows: rowsOf(answer, row), count: answer.count ?? 0 }
}

/**
 * One page of a list, by its number. An old link may ask for a page that is no more: it gets the first.
 * `read` makes the request anew each time, since a request can be sent once.
 */
export async function readPageOf<T>(
  { page, size }: { page: number; size: number },
  read: (from: number, to: number) => PromiseLike<Answer>,
  row: z.ZodType<T>,
): Promise<{ rows: T[]; count: number }> {
  const from = (page - 1) * size
  const answer = await read(from, from + size - 1)
  const isBeyond = from > 0 && (codeOf(answer.error) === 'PGRST103' || (!answer.error && Array.isArray(answer.data) && answer.data.length === 0))
  return pageOf(isBeyond ? await read(0, size - 1) : answer, row)
}

const codeOf = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)

export function countOf(answer: Answer): number {
  if (answer.error) throw toAppError(answer.error)
  return answer.count ?? 0
}
