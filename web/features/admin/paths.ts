export const adminPaths = {
  officers: () => '/work/admin/officers',
  calendar: () => '/work/admin/calendar',
  audit: () => '/work/admin/audit',
} as const
