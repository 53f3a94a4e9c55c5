import { toLazyRoutes } from '../lazy-routes.tsx'
import { modules } from '../modules.ts'

export const figuresOrder = 500

/** What the modules hand in, from top to bottom. */
export const landingParts = toLazyRoutes(modules, ({ landing = [] }) => landing.map(({ part, ...rest }) => ({ ...rest, page: part }))).toSorted(
  (a, b) => a.order - b.order,
)
