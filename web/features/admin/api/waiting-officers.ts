import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { waitingOfficerSchema } from '../model/officer.ts'
import { adminKeys } from './keys.ts'

/** 待授权: active accounts without any role, of the bodies that the caller may grant in. */
export const waitingOfficersQuery = queryOptions({
  queryKey: adminKeys.waiting(),
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('waiting_officers').abortSignal(signal), waitingOfficerSchema),
})
