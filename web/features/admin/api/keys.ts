import type { OfficersFilter } from '../model/officers-filter.ts'

export const adminKeys = {
  officers: (filter: OfficersFilter) => ['admin', 'officers', filter] as const,
  roles: () => ['admin', 'roles'] as const,
}
