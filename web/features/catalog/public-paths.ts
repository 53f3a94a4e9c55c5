export interface CatalogLink {
  q?: string
  line?: string
  main?: string
  object?: string
  method?: string
  level?: string
  state?: string
  lapsing?: true
  /** Items that rest on this law. */
  law?: string
}

export const withSearch = (path: string, given: object) => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(given)) if (value !== undefined && value !== '') search.set(key, String(value))
  return search.size > 0 ? `${path}?${search.toString()}` : path
}

/** Apart from paths.ts, so that the first script of the public site carries no address of the work site. */
export const publishedPaths = {
  published: (filter: CatalogLink = {}) => withSearch('/catalog', filter),
  /** `day`: the item as it was on that day. */
  publishedItem: (code: string, day?: string) => withSearch(`/catalog/${code}`, { day }),
  publishedItemPattern: '/catalog/:code',
} as const
