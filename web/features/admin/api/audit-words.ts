import { queryOptions } from '@tanstack/react-query'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { auditDictionary } from '../model/audit-words.ts'
import { adminKeys } from './keys.ts'

/** The words of every module, each in its own file: only who opens the log loads them. */
export const auditWordsQuery = (modules: readonly ModuleManifest[]) =>
  queryOptions({
    queryKey: adminKeys.auditWords(),
    staleTime: Number.POSITIVE_INFINITY,
    // Functions, which a structural comparison would not keep.
    structuralSharing: false,
    queryFn: async () => auditDictionary(await Promise.all(modules.flatMap(({ auditWords }) => (auditWords ? [auditWords()] : [])))),
  })
