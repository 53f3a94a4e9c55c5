import { FunctionsHttpError } from '@supabase/supabase-js'
import { toAppError } from '../errors/to-app-error.ts'
import { functionError } from '../http/function-error.ts'
import { supabase } from './client.ts'

/** Calls an edge function as the signed-in officer; its error body becomes an AppError. */
export async function invokeFunction(name: string, body: FormData | Record<string, unknown>): Promise<unknown> {
  const { data, error } = await supabase.functions.invoke<unknown>(name, { body })
  if (!error) return data
  if (error instanceof FunctionsHttpError) {
    const response: unknown = error.context
    if (response instanceof Response)
      throw functionError(response.status, await response.json().catch(() => null), response.headers.get('x-request-id'))
  }
  throw toAppError(error)
}
