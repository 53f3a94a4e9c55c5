export interface CaseListLink {
  scope?: 'own' | 'all'
  q?: string
  region?: number
  /** Only what lies at the region itself, not below it. */
  exact?: boolean
  /** `none`: no line yet. */
  line?: string
  type?: 'complaint' | 'tip'
  matter?: string
  /** Id of the body that holds it. */
  org?: string
  late?: boolean
  timely?: boolean
  /** A part of a day of the week in which it was filed. */
  slot?: string
  unhappy?: boolean
  open?: boolean
  closed?: boolean
  from?: string
  to?: string
}

export const complaintPaths = {
  file: () => '/complaint/new',
  lookUp: () => '/complaint/look-up',
  about: () => '/complaint/about',
  list: (filter: CaseListLink = {}) => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(filter)) if (value !== undefined && value !== false) search.set(key, String(value))
    const text = search.toString()
    return text ? `/work/complaints?${text}` : '/work/complaints'
  },
  detail: (id: string) => `/work/complaints/${id}`,
  detailPattern: '/work/complaints/:id',
  figures: () => '/work/complaints/figures',
  revealSheet: () => '/work/complaints/reveal-sheet',
} as const
