import { queryOptions } from '@tanstack/react-query'
import { maybe, shape, text, type Decoded } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

const lawRow = shape({ code: text, title: text, doc_no: text, kind: text, in_force_on: maybe(text), repealed_on: maybe(text) })
export type Law = Decoded<typeof lawRow>
const select = 'code,title,doc_no,kind,in_force_on,repealed_on'

/** The laws that some items rest on. */
export const lawsOfQuery = (codes: readonly string[]) => {
  const asked = [...new Set(codes)].sort()
  return queryOptions({
    queryKey: ['catalog-item', 'laws', ...asked],
    staleTime: 60_000,
    enabled: asked.length > 0,
    queryFn: ({ signal }) => restGet('catalog_laws', { select, code: `in.(${asked.join(',')})` }, lawRow, signal),
  })
}

/** Every law there is, for choosing one. */
export const allLawsQuery = queryOptions({
  queryKey: ['catalog-item', 'laws'],
  staleTime: 60_000,
  queryFn: ({ signal }) => restGet('catalog_laws', { select, order: 'title' }, lawRow, signal),
})
