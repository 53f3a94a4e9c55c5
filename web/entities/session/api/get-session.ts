import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { sessionSchema } from '../model/session.ts'

/** Null: the account exists but no active officer stands behind it. */
export const sessionQuery = (userId: string | undefined) =>
  queryOptions({
    queryKey: ['session', userId],
    staleTime: 60_000,
    refetchOnWindowFocus: true,
    enabled: userId !== undefined,
    queryFn: async ({ signal }) => {
      const rows = rowsOf(await supabase.rpc('my_session').abortSignal(signal), sessionSchema)
      return rows[0] ?? null
    },
  })
