import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'
import { orgRow } from '../model/org.ts'

const orgNameRow = shape({ id: text, name: text, short_name: text })
const select = 'id,name,region_code,line_code,is_coordinator'

/** Bodies by a part of their name; thousands exist, so the server searches and thirty are shown. */
export const orgSearchQuery = (part: string) =>
  queryOptions({
    queryKey: ['org', 'search', part],
    staleTime: 600_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params: Record<string, string> = { select, is_active: 'is.true', order: 'region_code,line_code', limit: '30' }
      if (part) params.name = `ilike.*${part.replaceAll(/[*%_\\]/g, '')}*`
      return restGet('orgs', params, orgRow, signal)
    },
  })

/** The bodies of one place, by line. */
export const orgsAtQuery = (region: number) =>
  queryOptions({
    queryKey: ['org', 'at', region],
    staleTime: 600_000,
    queryFn: ({ signal }) =>
      restGet('orgs', { select: 'id,name,short_name', region_code: `eq.${region}`, is_active: 'is.true', order: 'line_code' }, orgNameRow, signal),
  })

export const orgQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['org', 'one', id],
    staleTime: 600_000,
    enabled: id !== undefined,
    queryFn: async ({ signal }) => (await restGet('orgs', { select, id: `eq.${id}` }, orgRow, signal))[0] ?? null,
  })

export const linesQuery = queryOptions({
  queryKey: ['org', 'lines'],
  staleTime: 3_600_000,
  queryFn: ({ signal }) => restGet('org_lines', { select: 'code,name', order: 'sort' }, shape({ code: text, name: text }), signal),
})
