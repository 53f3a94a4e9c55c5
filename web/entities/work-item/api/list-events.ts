import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { workEventSchema, workTermSchema } from '../model/work-event.ts'
import { workKeys } from './keys.ts'

const eventColumns = Object.keys(workEventSchema.shape).join(',')
const termColumns = Object.keys(workTermSchema.shape).join(',')

export const eventsQuery = (itemId: string) =>
  queryOptions({
    queryKey: workKeys.events(itemId),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase.from('work_events').select(eventColumns).eq('item_id', itemId).order('seq', { ascending: false }).abortSignal(signal),
        workEventSchema,
      ),
  })

export const termsQuery = (itemId: string) =>
  queryOptions({
    queryKey: workKeys.terms(itemId),
    queryFn: async ({ signal }) =>
      rowsOf(await supabase.from('work_term_list').select(termColumns).eq('item_id', itemId).order('id').abortSignal(signal), workTermSchema),
  })
