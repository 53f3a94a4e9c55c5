import type { AuditFilter } from '../model/audit-filter.ts'
import type { OfficersFilter } from '../model/officers-filter.ts'

export const adminKeys = {
  officers: (filter: OfficersFilter) => ['admin', 'officers', filter] as const,
  invitations: () => ['admin', 'invitations'] as const,
  audit: (filter: AuditFilter) => ['admin', 'audit', filter] as const,
  roles: () => ['admin', 'roles'] as const,
}
