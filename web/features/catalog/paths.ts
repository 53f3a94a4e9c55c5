import { withSearch, type CatalogLink } from './public-paths.ts'

export const catalogPaths = {
  list: (filter: CatalogLink = {}) => withSearch('/work/catalog', filter),
  item: (code: string, day?: string) => withSearch(`/work/catalog/items/${code}`, { day }),
  itemPattern: '/work/catalog/items/:code',
  laws: (filter: { q?: string; repealed?: true } = {}) => withSearch('/work/catalog/laws', filter),
  changes: () => '/work/catalog/changes',
  newChange: (type?: string, code?: string) => withSearch('/work/catalog/changes/new', { type, code }),
  newChangePattern: '/work/catalog/changes/new',
  change: (id: string) => `/work/catalog/changes/${id}`,
  changePattern: '/work/catalog/changes/:id',
  claims: (filter: { item?: string; q?: string } = {}) => withSearch('/work/catalog/claims', filter),
  claimTask: (id: string) => `/work/catalog/claims/tasks/${id}`,
  claimTaskPattern: '/work/catalog/claims/tasks/:id',
} as const
