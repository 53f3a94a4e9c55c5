import { useMutation } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { periodOf, type AuditFilter } from '../model/audit-filter.ts'
import { sealCheckSchema } from '../model/seal-check.ts'

/** Recomputes the seals of the period from the log itself. */
export function useCheckSeals() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async (filter: Pick<AuditFilter, 'from' | 'to'>) => {
      const [result] = rowsOf(await supabase.rpc('check_audit_seals', { p_from: '2000-01-01', ...periodOf(filter) }), sealCheckSchema)
      if (!result) throw new Error('check_audit_seals answered nothing')
      return result
    },
  })
}
