import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { landingEntry } from './landing/landing-entry.tsx'

const found = import.meta.glob<ModuleManifest>('../features/*/module.ts', { eager: true, import: 'manifest' })

/** The work site's half of every module: whatever folder under features/ has a `module.ts`. */
export const modules: readonly ModuleManifest[] = Object.values(found)

/** The menu of these modules, from top to bottom; everybody's begins with 工作台. */
export const navOf = (some: readonly ModuleManifest[]) => [landingEntry, ...some.flatMap((module) => module.nav)].sort((a, b) => a.order - b.order)
