import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { restGet } from '@/shared/http/rest.ts'

const codeRow = z.object({ code: z.string(), label: z.string() })

/** One code table by its key, e.g. `complaint.refuse_ground`; only codes in force. */
export const codesQuery = (setKey: string) =>
  queryOptions({
    queryKey: ['code', setKey],
    staleTime: 3_600_000,
    queryFn: ({ signal }) =>
      restGet('codes', { select: 'code,label', set_key: `eq.${setKey}`, valid_to: 'is.null', order: 'sort' }, codeRow, signal),
  })
