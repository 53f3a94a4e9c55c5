export const changeKeys = {
  one: (id: string) => ['catalog', 'change', id] as const,
  parts: (id: string) => ['catalog', 'change-parts', id] as const,
}
