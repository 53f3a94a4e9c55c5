import { infiniteQueryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { auditEntrySchema } from '../model/audit-entry.ts'
import type { AuditFilter } from '../model/audit-filter.ts'
import { adminKeys } from './keys.ts'

const pageSize = 50

/** Newest first; older ones from the last id on, so that new entries never shift a page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: adminKeys.audit(filter),
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ signal, pageParam }) =>
      rowsOf(
        await supabase
          .rpc('audit_entries', {
            ...(filter.table ? { p_table: filter.table } : {}),
            ...(filter.key ? { p_key: filter.key } : {}),
            ...(filter.actor ? { p_actor: filter.actor } : {}),
            ...(pageParam ? { p_before: pageParam } : {}),
            p_limit: pageSize,
          })
          .abortSignal(signal),
        auditEntrySchema,
      ),
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last[last.length - 1]?.id),
  })
