/**
 * @supabase/lite prints every database error with its details, which may hold people's data. What reaches the
 * console is the code and where it was raised, and nothing at all for a refusal the caller is told about.
 */
import { inspect } from 'node:util'
import { RelationNotFoundError } from '@supabase/lite'
import postgres from 'postgres'

interface Described {
  code?: string
  routine?: string
  relation?: string
}

function shorten(prototype: object, describe: (error: Described) => string): void {
  Object.defineProperty(prototype, inspect.custom, {
    configurable: true,
    value(this: Described) {
      return describe(this)
    },
  })
}

/** Refusals a caller is answered with: they are the caller's business and no fault of ours. */
const REFUSAL = /^(PT4|P0001|22|23|42501)/

function isRefusal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const code = 'sqlstate' in value ? value.sqlstate : 'code' in value ? value.code : undefined
  return typeof code === 'string' && REFUSAL.test(code)
}

let quiet = false

export function quietErrors(): void {
  if (quiet) return
  quiet = true
  shorten(postgres.PostgresError.prototype, (error) => `[database error ${error.code ?? '?'} ${error.routine ?? ''}]`)
  shorten(RelationNotFoundError.prototype, (error) => `[no relation ${error.relation ?? '?'}]`)
  const { error } = console
  console.error = (...values: unknown[]) => {
    if (!values.some(isRefusal)) error(...values)
  }
}
