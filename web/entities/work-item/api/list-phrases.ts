import { queryOptions } from '@tanstack/react-query'
import { shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

const row = shape({ code: text, label: text })

/** 常用语 of all moves: few, and the same for everybody. */
export const phrasesQuery = queryOptions({
  queryKey: ['code', 'work.phrase', 'phrases'],
  staleTime: 3_600_000,
  queryFn: ({ signal }) =>
    restGet('codes', { select: 'code,label', set_key: 'eq.work.phrase', valid_to: 'is.null', order: 'sort,code' }, row, signal),
})
