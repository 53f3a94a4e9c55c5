import { queryOptions } from '@tanstack/react-query'
import { shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

const groundRow = shape({ set_key: text, code: text, label: text })

/** Grounds and outcomes of both flows, past ones too: an old event keeps its words. */
export const groundsQuery = queryOptions({
  queryKey: ['code', 'grounds'],
  staleTime: 3_600_000,
  queryFn: ({ signal }) => restGet('codes', { select: 'set_key,code,label', or: '(set_key.like.complaint.*,set_key.like.tip.*)' }, groundRow, signal),
})
