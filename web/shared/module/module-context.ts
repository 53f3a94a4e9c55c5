import { createContext, use } from 'react'
import type { ModuleManifest } from './manifest.ts'
import type { PublicManifest } from './public-manifest.ts'

/** What the site offers on its home page: the portal draws it, the composition root knows it. */
export const PublicModulesContext = createContext<readonly PublicManifest[]>([])
export const usePublicModules = () => use(PublicModulesContext)

/** Every module there is, offered or not: the log may speak of what was switched off. */
export const ModulesContext = createContext<readonly ModuleManifest[]>([])
export const useModules = () => use(ModulesContext)
