import type { ComponentType } from 'react'
import type { ModuleName, ModuleRoute } from './manifest.ts'

export type PublicRoute = Pick<ModuleRoute, 'path' | 'page'>

/** A way in from the home page. */
export interface HomeAct {
  path: string
  title: string
  hint: string
}

/** `features/<id>/public.ts`: the module on the public site; apart from module.ts, so that neither site loads the other's. */
export interface PublicManifest extends ModuleName {
  routes: readonly PublicRoute[]
  /** The door between the two sites: sign-in and joining, without the public frame. */
  entryRoutes?: readonly PublicRoute[]
  /** In the main navigation, after 首页. */
  nav: readonly { path: string; title: string; order: number }[]
  /** In the foot of every page: what is looked for seldom, but must be found. */
  foot?: readonly { path: string; title: string }[]
  home?: {
    order: number
    /** What the home page says first, when this is the first module on it. */
    lead: { title: string; text: string }
    acts: readonly HomeAct[]
    /** What has to be known beforehand; lazy. */
    Sections: ComponentType
  }
}
