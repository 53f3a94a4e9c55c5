import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const grantorSchema = z.object({ name: z.string(), title: z.string(), org_name: z.string() })
export type Grantor = z.infer<typeof grantorSchema>

/** Whom to ask for a role: the security administrators who reach my body, the nearest first. */
export const myGrantorsQuery = queryOptions({
  queryKey: ['session', 'grantors'],
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('my_grantors').abortSignal(signal), grantorSchema),
})
