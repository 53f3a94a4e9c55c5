import { clientConfig } from '../config/client-config.ts'
import { toAppError } from '../errors/to-app-error.ts'
import { listOf, type Decoder } from './decode.ts'
import { identifiedFetch } from './identified-fetch.ts'

/**
 * Read of a table that everybody may read, without the Supabase client: the public pages stay light.
 * `params` are PostgREST filters, e.g. `{ parent_code: 'eq.340000000' }`.
 */
export async function restGet<T>(table: string, params: Record<string, string>, row: Decoder<T>, signal?: AbortSignal): Promise<T[]> {
  const url = new URL(`/rest/v1/${table}`, clientConfig.url)
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value)
  try {
    const response = await identifiedFetch(url, { headers: { apikey: clientConfig.publishableKey }, signal: signal ?? null })
    const body: unknown = await response.json()
    if (!response.ok) throw toAppError(body)
    return listOf(row)(body, table)
  } catch (error) {
    throw toAppError(error)
  }
}
