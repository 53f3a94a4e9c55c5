import { queryOptions } from '@tanstack/react-query'
import { todayInShanghai } from '@/shared/format/date.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { codeSetSchema, readEntries } from '../model/code-entry.ts'
import { versionSchema } from '../model/version.ts'
import { adminKeys } from './keys.ts'
import { versionColumns } from './versions.ts'

export const codeSetsQuery = queryOptions({
  queryKey: adminKeys.codeSets(),
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('code_sets').abortSignal(signal), codeSetSchema),
})

/** Every entry of a dictionary with its versions. */
export const codeEntriesQuery = (set: string) =>
  queryOptions({
    queryKey: adminKeys.versions('code', set),
    queryFn: async ({ signal }) => {
      const rows = await supabase
        .from('definitions')
        .select(versionColumns)
        .eq('kind', 'code')
        .like('key', `${set.replaceAll('_', '\\_')}/%`)
        .order('key')
        .order('version')
        .abortSignal(signal)
      return readEntries(rowsOf(rows, versionSchema), todayInShanghai())
    },
  })
