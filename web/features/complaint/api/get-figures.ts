import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { figureSchema, type FiguresRequest } from '../model/figures.ts'
import { complaintKeys } from './keys.ts'

/** Counted in the database under the viewer's rights; the lists behind the numbers use the same rows. */
export const figuresQuery = (request: FiguresRequest) =>
  queryOptions({
    queryKey: complaintKeys.figures(request),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .rpc('complaint_figures', {
            p_region: request.region,
            // The generated type knows no null; the function takes it as every line.
            p_line: (request.line ?? null) as string,
            p_from: request.from,
            p_to: request.to,
            p_by: request.by,
          })
          .abortSignal(signal),
        figureSchema,
      ),
  })
