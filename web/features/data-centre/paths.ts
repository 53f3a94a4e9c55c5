export const dataCentrePaths = {
  subjects: (q = '') => (q ? `/work/subjects?${new URLSearchParams({ q }).toString()}` : '/work/subjects'),
  subject: (id: string) => `/work/subjects/${id}`,
  subjectPattern: '/work/subjects/:id',
  merges: () => '/work/subjects/merges',
} as const
