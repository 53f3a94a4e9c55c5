import { toAppError } from '../errors/to-app-error.ts'
import { supabase } from './client.ts'

/** Who takes which rows out of the system is on record before the file is given; without a record there is no file. */
export async function recordExport(list: string, filter: string, rows: number): Promise<void> {
  const { error } = await supabase.rpc('record_export', { p_list: list, p_filter: filter, p_rows: rows })
  if (error) throw toAppError(error)
}
