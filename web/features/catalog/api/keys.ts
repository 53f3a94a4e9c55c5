export const catalogKeys = {
  published: (filter: object) => ['catalog', 'published', filter] as const,
  items: (filter: object) => ['catalog', 'list', filter] as const,
  mains: () => ['catalog', 'mains'] as const,
  laws: (filter: object) => ['catalog', 'laws', filter] as const,
  onLaw: (law: string) => ['catalog', 'on-law', law] as const,
  impact: (codes: readonly string[]) => ['catalog', 'impact', ...codes] as const,
  claims: (code: string) => ['catalog', 'item-claims', code] as const,
}
