import { queryOptions } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { errorTexts } from '@/shared/errors/error-texts.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { inboxColumns, inboxItemSchema } from '../model/work-item.ts'
import { workKeys } from './keys.ts'

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: workKeys.item(id),
    queryFn: async ({ signal }) => {
      const rows = rowsOf(await supabase.from('work_inbox').select(inboxColumns).eq('id', id).abortSignal(signal), inboxItemSchema)
      const [item] = rows
      if (!item) throw new AppError({ kind: 'not-found', messageKey: 'work.not_found', message: errorTexts['not-found'] })
      return item
    },
  })
