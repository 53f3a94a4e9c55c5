import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { workKeys } from './keys.ts'

const handlerSchema = z.object({ id: z.uuid(), name: z.string(), title: z.string(), open_count: z.number() })

/** Colleagues who may be named 承办人, the freest first. */
export const handlersQuery = (itemId: string) =>
  queryOptions({
    queryKey: workKeys.handlers(itemId),
    queryFn: async ({ signal }) => rowsOf(await supabase.rpc('find_work_handlers', { p_item_id: itemId }).abortSignal(signal), handlerSchema),
  })
