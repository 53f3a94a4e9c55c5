import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { isOffered } from '@/shared/module/is-offered.ts'
import type { ModuleName } from '@/shared/module/manifest.ts'

/** Which modules this site runs; all of them while its profile is on the way: a citizen's form does not wait for it. */
export function useOffered() {
  const siteModules = useQuery(siteQuery).data?.modules
  return useCallback((module: ModuleName) => isOffered(module, siteModules), [siteModules])
}
