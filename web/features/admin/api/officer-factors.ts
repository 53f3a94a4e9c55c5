import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { adminKeys } from './keys.ts'

/** Which of the officers on a page have a second factor that could be reset. */
export const factorsQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: adminKeys.factors(ids),
    queryFn: async ({ signal }) =>
      rowsOf(await supabase.rpc('officers_with_second_factor', { p_officer_ids: [...ids] }).abortSignal(signal), z.uuid()),
  })
