export const complaintKeys = {
  all: ['complaint'] as const,
  one: (id: string) => ['complaint', 'case', id] as const,
  routes: (id: string) => ['complaint', 'routes', id] as const,
  answers: (id: string) => ['complaint', 'answers', id] as const,
  materials: (id: string) => ['complaint', 'materials', id] as const,
  rating: (id: string) => ['complaint', 'rating', id] as const,
  history: (id: string) => ['complaint', 'history', id] as const,
  asks: (id: string) => ['complaint', 'reveal-asks', id] as const,
  sheet: (month: string) => ['complaint', 'reveal-sheet', month] as const,
  reporter: (id: string) => ['complaint', 'reporter', id] as const,
}
