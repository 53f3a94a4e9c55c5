import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { approvalSchema } from '../model/approval.ts'
import { workKeys } from './keys.ts'

const columns = Object.keys(approvalSchema.shape).join(',')

export const approvalsQuery = (itemId: string) =>
  queryOptions({
    queryKey: workKeys.approvals(itemId),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase.from('work_approvals').select(columns).eq('item_id', itemId).order('asked_at', { ascending: false }).abortSignal(signal),
        approvalSchema,
      ),
  })
