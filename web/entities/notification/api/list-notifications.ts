import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { notificationColumns, notificationSchema } from '../model/notification.ts'

/** The latest fifty; older ones are history and stand in the items themselves. */
export const notificationsQuery = queryOptions({
  queryKey: ['notification'],
  queryFn: async ({ signal }) =>
    rowsOf(
      await supabase.from('my_notifications').select(notificationColumns).order('id', { ascending: false }).limit(50).abortSignal(signal),
      notificationSchema,
    ),
})
