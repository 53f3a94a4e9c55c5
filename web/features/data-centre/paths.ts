export const dataCentrePaths = {
  subjects: (q = '') => (q ? `/work/subjects?${new URLSearchParams({ q }).toString()}` : '/work/subjects'),
} as const
