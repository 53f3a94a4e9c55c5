import { withSearch, type CatalogLink } from './public-paths.ts'

/** Which claims: without a state those that wait. */
export interface ClaimLink {
  scope?: 'own' | 'all'
  state?: 'pending' | 'claimed' | 'declining' | 'declined' | 'ended' | 'all'
  /** Codes of items, joined by points. */
  items?: string
  q?: string
  region?: number
  exact?: boolean
  line?: string
  org?: string
}

export const catalogPaths = {
  list: (filter: CatalogLink = {}) => withSearch('/work/catalog', filter),
  item: (code: string, day?: string) => withSearch(`/work/catalog/items/${code}`, { day }),
  itemPattern: '/work/catalog/items/:code',
  laws: (filter: { q?: string; repealed?: true } = {}) => withSearch('/work/catalog/laws', filter),
  changes: (filter: { scope?: 'own' | 'all'; state?: string; q?: string } = {}) => withSearch('/work/catalog/changes', filter),
  newChange: (type?: string, code?: string) => withSearch('/work/catalog/changes/new', { type, code }),
  newChangePattern: '/work/catalog/changes/new',
  change: (id: string) => `/work/catalog/changes/${id}`,
  changePattern: '/work/catalog/changes/:id',
  mendChange: (id: string) => `/work/catalog/changes/${id}/mend`,
  mendChangePattern: '/work/catalog/changes/:id/mend',
  claims: (filter: ClaimLink = {}) => withSearch('/work/catalog/claims', filter),
  claimTasks: (filter: { state?: string } = {}) => withSearch('/work/catalog/claims/tasks', filter),
  claimTask: (id: string) => `/work/catalog/claims/tasks/${id}`,
  claimTaskPattern: '/work/catalog/claims/tasks/:id',
  coverage: (filter: { by?: string; region?: number; line?: string } = {}) => withSearch('/work/catalog/coverage', filter),
} as const
