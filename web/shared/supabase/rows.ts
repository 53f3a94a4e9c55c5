import { z } from 'zod'
import { toAppError } from '../errors/to-app-error.ts'

export interface Answer {
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

export function countOf(answer: Answer): number {
  if (answer.error) throw toAppError(answer.error)
  return answer.count ?? 0
}
