import { lazy, type ComponentType } from 'react'
import type { ModuleName, PageLoader } from '@/shared/module/manifest.ts'

export type LazyRoute<Module, Route> = Route & { module: Module; Page: ComponentType }

/** Made once at start-up: a lazy component created while rendering would load again on every render. */
export const toLazyRoutes = <Module extends ModuleName, Route extends { page: PageLoader }>(
  modules: readonly Module[],
  routesOf: (module: Module) => readonly Route[],
): LazyRoute<Module, Route>[] => modules.flatMap((module) => routesOf(module).map((route) => ({ ...route, module, Page: lazy(route.page) })))
