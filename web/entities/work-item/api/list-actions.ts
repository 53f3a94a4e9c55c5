import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { workActionSchema } from '../model/work-action.ts'
import { workKeys } from './keys.ts'

export const actionsQuery = (itemId: string) =>
  queryOptions({
    queryKey: workKeys.actions(itemId),
    queryFn: async ({ signal }) => {
      const rows = rowsOf(await supabase.rpc('work_actions', { p_item_id: itemId }).abortSignal(signal), workActionSchema)
      return rows.sort((a, b) => a.sort - b.sort)
    },
  })
