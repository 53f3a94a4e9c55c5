import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { paperKindSchema } from '../model/paper-template.ts'
import { adminKeys } from './keys.ts'

/** Kinds of papers come with the modules; they do not change while somebody looks. */
export const paperKindsQuery = queryOptions({
  queryKey: adminKeys.paperKinds(),
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('paper_kinds').abortSignal(signal), paperKindSchema),
})
