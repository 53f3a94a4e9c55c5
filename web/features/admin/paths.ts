export const adminPaths = {
  officers: () => '/work/admin/officers',
  calendar: () => '/work/admin/calendar',
  status: () => '/work/admin/status',
  audit: () => '/work/admin/audit',
} as const
