import { queryOptions } from '@tanstack/react-query'
import { shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

const codeRow = shape({ code: text, label: text })

/** One code table by its key, e.g. `complaint.refuse_ground`; only codes in force. */
export const codesQuery = (setKey: string) =>
  queryOptions({
    queryKey: ['code', setKey],
    staleTime: 3_600_000,
    queryFn: ({ signal }) => restGet('codes', { select: 'code,label', set_key: `eq.${setKey}`, valid_to: 'is.null', order: 'sort' }, codeRow, signal),
  })
