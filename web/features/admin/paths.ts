export const adminPaths = {
  officers: () => '/work/admin/officers',
  audit: () => '/work/admin/audit',
} as const
