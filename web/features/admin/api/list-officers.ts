import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { readPage, type ListPart } from '@/shared/query/read-page.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { officerSchema, roleSchema } from '../model/officer.ts'
import type { OfficersFilter } from '../model/officers-filter.ts'
import { adminKeys } from './keys.ts'

function officersRequest({ q, org, role, account, sort }: OfficersFilter, { of, from, to, options }: ListPart) {
  // A person is found by one role and shown with all of theirs: the second embedding only filters.
  const holders = role ? ',holds:officer_role_grants!inner(role_code)' : ''
  let request = supabase
    .from('officers')
    // Named by its key: an officer and a body are joined by items and absences as well.
    .select(
      of === 'ids'
        ? `id${holders}`
        : `id,name,title,is_active,created_at,orgs!officers_org_id_fkey(name),officer_role_grants(role_code,expires_at)${holders}`,
      options,
    )
  if (q) request = request.ilike('name', likePattern(q))
  if (org) request = request.eq('org_id', org)
  if (role) request = request.eq('holds.role_code', role)
  if (account) request = request.eq('is_active', account === 'active')
  if (of === 'ids') return request.range(from, to)
  const column = sort.replace(/^-/, '')
  return (column ? request.order(column, { ascending: sort === column }) : request.order('org_id').order('name')).order('id').range(from, to)
}

export const officersQuery = (filter: OfficersFilter) =>
  queryOptions({
    queryKey: adminKeys.officers(filter),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      readPage({ state: filter, ask: (part) => officersRequest(filter, part).abortSignal(signal), row: officerSchema, isOpenOnly: false }),
  })

export const readOfficersPage = async (filter: OfficersFilter, offset: number, limit: number) =>
  rowsOf(await officersRequest(filter, { of: 'rows', from: offset, to: offset + limit - 1, options: {} }), officerSchema)

export const rolesQuery = queryOptions({
  queryKey: adminKeys.roles(),
  staleTime: 600_000,
  queryFn: async ({ signal }) => rowsOf(await supabase.from('officer_roles').select('code,name,duty').order('sort').abortSignal(signal), roleSchema),
})
