import type { ComponentType } from 'react'
import type { AuditWords } from './audit-words.ts'
import type { FiguresSource } from './figures.ts'

export type PageLoader = () => Promise<{ default: ComponentType }>

/** Of several any one will do. */
export type Permission = string | readonly string[]

export interface ModuleRoute {
  path: string
  page: PageLoader
  /** Without it the route is open to every signed-in officer. */
  permission?: Permission
}

export interface NavEntry {
  path: string
  title: string
  icon: ComponentType<{ 'aria-hidden'?: true }>
  group: string
  /**
   * Place in the menu, one number for the whole product: a group stands where its first entry does. 100s our own work,
   * then the band of the module times a hundred (14 → 1400), figures 5000 plus the band, administration 9000s.
   */
  order: number
  permission?: Permission
  /** Not offered to whoever holds one of these: they have an entry of their own for the same page. */
  unless?: Permission
}

export interface LandingPart {
  permission: Permission
  /** From top to bottom; the figures of all modules stand at 500. */
  order: number
  part: PageLoader
}

/** What both halves of a module say alike. */
export interface ModuleName {
  /** Name of the folder, of the root of its query keys, and of its place in `sites.modules`. */
  id: string
  title: string
  /** Every site has it; any other module exists where `sites.modules` lists it. */
  isCore?: true
}

/** `features/<id>/module.ts`: the module on the work site. Found by its file name; there is no list to enter it in. */
export interface ModuleManifest extends ModuleName {
  permissions: readonly string[]
  nav: readonly NavEntry[]
  workRoutes: readonly ModuleRoute[]
  /** Kinds of work items that are the module's, with the page of a record: links and realtime events find the module by them. */
  kinds?: Readonly<Record<string, (recordId: string) => string>>
  /** What it has on the landing page (工作台) of whoever may; loaded there. */
  landing?: readonly LandingPart[]
  /** Its numbers, for the landing page of whoever may read them. */
  figures?: { permission: Permission; source: () => Promise<FiguresSource> }
  /** Words for its tables in the audit log. */
  auditWords?: () => Promise<AuditWords>
}
