import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { catalogKeys } from './keys.ts'

const impactSchema = z.object({ label: z.string(), amount: z.number(), path: z.string() })
export type Impact = z.infer<typeof impactSchema>

/** What else a change of these items touches, in numbers. */
export const impactQuery = (codes: readonly string[]) =>
  queryOptions({
    queryKey: catalogKeys.impact(codes),
    queryFn: async ({ signal }) => rowsOf(await supabase.rpc('catalog_impact', { p_codes: [...codes] }).abortSignal(signal), impactSchema),
  })
