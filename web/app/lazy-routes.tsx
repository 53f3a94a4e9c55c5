import { lazy, type ComponentType } from 'react'
import type { ModuleRoute } from '@/shared/module/manifest.ts'

export interface LazyRoute extends ModuleRoute {
  Page: ComponentType
}

/** Made once at start-up: a lazy component created while rendering would load again on every render. */
export const toLazyRoutes = (routes: readonly ModuleRoute[]): LazyRoute[] => routes.map((route) => ({ ...route, Page: lazy(route.page) }))
