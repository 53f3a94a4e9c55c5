import { queryOptions } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { sessionSchema } from '../model/session.ts'

/** Null: the account exists but no active officer stands behind it. */
export const sessionQuery = (userId: string | undefined) =>
  queryOptions({
    queryKey: ['session', userId],
    staleTime: 60_000,
    refetchOnWindowFocus: true,
    // Signed out elsewhere, a page that is left open learns of it.
    refetchInterval: 120_000,
    enabled: userId !== undefined,
    queryFn: async ({ signal }) => {
      const rows = rowsOf(await supabase.rpc('my_session').abortSignal(signal), sessionSchema)
      if (rows[0]) return rows[0]
      // No officer stands behind the account, or the session was ended elsewhere: only the second is a reason to leave.
      const { error } = await supabase.auth.getUser()
      if (error && (error.status === 401 || error.status === 403))
        throw new AppError({ kind: 'unauthenticated', messageKey: 'auth.session_ended', message: '登录已在别处退出，请重新登录。', cause: error })
      return null
    },
  })
