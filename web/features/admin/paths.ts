export const adminPaths = {
  officers: () => '/work/admin/officers',
} as const
