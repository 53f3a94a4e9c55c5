import type { ComponentType } from 'react'

export type PageLoader = () => Promise<{ default: ComponentType }>

export interface ModuleRoute {
  path: string
  page: PageLoader
  /** Without it the route is open to every signed-in officer; of several any one will do. */
  permission?: string | readonly string[]
}

export interface NavEntry {
  path: string
  title: string
  /** Name in the shell's icon table; manifests stay plain data. */
  icon: string
  group: string
  permission?: string | readonly string[]
  /** Roles whose day begins here instead of at the first entry of their menu. */
  homeOf?: readonly string[]
}

/** What a module tells the composition root; adding a module is one such object and one line in app/modules.ts. */
export interface ModuleManifest {
  id: string
  title: string
  permissions: readonly string[]
  nav: readonly NavEntry[]
  publicRoutes: readonly ModuleRoute[]
  /** The door between the two sites: sign-in and joining. */
  entryRoutes?: readonly ModuleRoute[]
  workRoutes: readonly ModuleRoute[]
  /** Kind of work item → page of its record. */
  itemPages?: Readonly<Record<string, (recordId: string) => string>>
  /** Query key roots to refetch when something happens on the officer's own organisation topic. */
  orgTopicKeys: readonly string[]
}
