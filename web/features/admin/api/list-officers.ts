import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ownRange, regionRange } from '@/entities/region/model/region-range.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import type { ListPart } from '@/shared/query/read-page.ts'
import { readRows } from '@/shared/query/read-rows.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { grantSchema, officerSchema, roleSchema } from '../model/officer.ts'
import type { OfficersFilter } from '../model/officers-filter.ts'
import { adminKeys } from './keys.ts'

function officersRequest({ q, region, exact, org, role, account, sort }: OfficersFilter, { of, from, to, options }: ListPart) {
  // A person is found by one role and shown with all of theirs, found by the place of their body: these embeddings only filter.
  const holders = role ? ',holds:officer_role_grants!inner(role_code)' : ''
  const seats = region ? ',seat:orgs!officers_org_id_fkey!inner(region_code)' : ''
  let request = supabase
    .from('officers')
    // Named by its key: an officer and a body are joined by items and absences as well.
    .select(
      of === 'ids'
        ? `id${holders}${seats}`
        : `id,name,title,is_active,created_at,orgs!officers_org_id_fkey(name),officer_role_grants(role_code,expires_at)${holders}${seats}`,
      options,
    )
  if (q) request = request.ilike('name', likePattern(q))
  if (org) request = request.eq('org_id', org)
  if (region) {
    const { from: first, to: last } = exact ? ownRange(region) : regionRange(region)
    request = request.gte('seat.region_code', first).lte('seat.region_code', last)
  }
  if (role) request = request.eq('holds.role_code', role)
  if (account) request = request.eq('is_active', account === 'active')
  if (of === 'ids') return request.range(from, to)
  const column = sort.replace(/^-/, '')
  return (column ? request.order(column, { ascending: sort === column }) : request.order('org_id').order('name')).order('id').range(from, to)
}

const officerRows = (filter: OfficersFilter) => readRows({ ask: (part) => officersRequest(filter, part), row: officerSchema, isOpenOnly: false })

export const officersQuery = (filter: OfficersFilter) =>
  queryOptions({
    queryKey: adminKeys.officers(filter),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => officerRows(filter).page(filter, signal),
  })

export const readOfficersPage = (filter: OfficersFilter, offset: number, limit: number) => officerRows(filter).stretch(offset, limit)

export const rolesQuery = queryOptions({
  queryKey: adminKeys.roles(),
  staleTime: 600_000,
  queryFn: async ({ signal }) => rowsOf(await supabase.from('officer_roles').select('code,name,duty').order('sort').abortSignal(signal), roleSchema),
})

/** Roles that somebody holds, as the dialog about them changes them. */
export const grantsQuery = (officerId: string) =>
  queryOptions({
    queryKey: adminKeys.grants(officerId),
    queryFn: async ({ signal }) =>
      rowsOf(await supabase.from('officer_role_grants').select('role_code,expires_at').eq('officer_id', officerId).abortSignal(signal), grantSchema),
  })
