import type { ModuleName } from './manifest.ts'

/** Whether the site runs a module; what it runs is not known (yet) when its profile could not be read, and then nothing is hidden. */
export const isOffered = ({ id, isCore }: ModuleName, siteModules: readonly string[] | undefined) =>
  isCore === true || siteModules === undefined || siteModules.includes(id)
