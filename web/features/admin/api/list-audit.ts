import { infiniteQueryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { auditEntrySchema, type AuditEntry } from '../model/audit-entry.ts'
import { periodOf, type AuditFilter } from '../model/audit-filter.ts'
import { adminKeys } from './keys.ts'

const pageSize = 50

interface AuditPageOptions {
  filter: AuditFilter
  limit: number
  before?: number | undefined
  signal?: AbortSignal
}

export async function readAudit({ filter, limit, before, signal }: AuditPageOptions): Promise<AuditEntry[]> {
  const request = supabase.rpc('audit_entries', {
    ...(filter.table ? { p_table: filter.table } : {}),
    ...(filter.key ? { p_key: filter.key } : {}),
    ...(filter.actor ? { p_actor: filter.actor } : {}),
    ...(before ? { p_before: before } : {}),
    ...periodOf(filter),
    p_limit: limit,
  })
  return rowsOf(await (signal ? request.abortSignal(signal) : request), auditEntrySchema)
}

/** Newest first; older ones from the last id on, so that new entries never shift a page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: adminKeys.audit(filter),
    initialPageParam: undefined as number | undefined,
    queryFn: ({ signal, pageParam }) => readAudit({ filter, limit: pageSize, before: pageParam, signal }),
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last[last.length - 1]?.id),
  })
