import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { pageOf, rowsOf } from '@/shared/supabase/rows.ts'
import { officerSchema, roleSchema } from '../model/officer.ts'
import type { OfficersFilter } from '../model/officers-filter.ts'
import { adminKeys } from './keys.ts'

export const officersQuery = (filter: OfficersFilter) =>
  queryOptions({
    queryKey: adminKeys.officers(filter),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const from = (filter.page - 1) * filter.size
      let request = supabase
        .from('officers')
        .select('id,name,title,is_active,created_at,orgs(name),officer_role_grants(role_code,expires_at)', { count: 'exact' })
        .range(from, from + filter.size - 1)
      if (filter.q) request = request.ilike('name', `%${filter.q.replaceAll(/[\\%_*]/g, '')}%`)
      const column = filter.sort.replace(/^-/, '')
      request = column ? request.order(column, { ascending: filter.sort === column }) : request.order('org_id').order('name')
      return pageOf(await request.order('id').abortSignal(signal), officerSchema)
    },
  })

export const rolesQuery = queryOptions({
  queryKey: adminKeys.roles(),
  staleTime: 600_000,
  queryFn: async ({ signal }) => rowsOf(await supabase.from('officer_roles').select('code,name,duty').order('sort').abortSignal(signal), roleSchema),
})
