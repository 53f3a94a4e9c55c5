import { queryOptions } from '@tanstack/react-query'
import { listOf, maybe, shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

const matterRow = shape({ code: text, label: text, hint: maybe(text), keywords: listOf(text) })

export const mattersQuery = queryOptions({
  queryKey: ['complaint', 'matters'],
  staleTime: 3_600_000,
  queryFn: ({ signal }) => restGet('complaint_matters', { select: 'code,label,hint,keywords', order: 'sort' }, matterRow, signal),
})
