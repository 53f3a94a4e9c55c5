import { clientConfig } from '../config/client-config.ts'
import { toAppError } from '../errors/to-app-error.ts'
import { listOf, type Decoder } from './decode.ts'
import { identifiedFetch } from './identified-fetch.ts'

/**
 * Read of a table that everybody may read, without the Supabase client: the public pages stay light.
 * `params` are PostgREST filters, e.g. `{ parent_code: 'eq.340000000' }`.
 */
export async function restGet<T>(table: string, params: Record<string, string>, row: Decoder<T>, signal?: AbortSignal): Promise<T[]> {
  return (await read(table, params, row, {}, signal)).rows
}

/** One page (`limit`, `offset`) and how many rows there are in all. */
export async function restPage<T>(table: string, params: Record<string, string>, row: Decoder<T>, signal?: AbortSignal) {
  const { rows, range } = await read(table, params, row, { prefer: 'count=exact' }, signal)
  // `0-19/137`
  const count = Number(/\/(\d+)$/.exec(range)?.[1])
  return { rows, count: Number.isNaN(count) ? rows.length : count }
}

async function read<T>(table: string, params: Record<string, string>, row: Decoder<T>, headers: Record<string, string>, signal?: AbortSignal) {
  const url = new URL(`/rest/v1/${table}`, clientConfig.url)
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value)
  try {
    const response = await identifiedFetch(url, { headers: { apikey: clientConfig.publishableKey, ...headers }, signal: signal ?? null })
    const body: unknown = await response.json()
    if (!response.ok) throw toAppError(body)
    return { rows: listOf(row)(body, table), range: response.headers.get('content-range') ?? '' }
  } catch (error) {
    throw toAppError(error)
  }
}
