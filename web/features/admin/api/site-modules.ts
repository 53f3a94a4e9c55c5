import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { siteModuleSchema } from '../model/site-module.ts'
import { adminKeys } from './keys.ts'

export const siteModulesQuery = queryOptions({
  queryKey: adminKeys.siteModules(),
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('site_modules').abortSignal(signal), siteModuleSchema),
})

export function useSwitchModule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, isEnabled }: { id: string; isEnabled: boolean }) => {
      const { error } = await supabase.rpc('switch_module', { p_module: id, p_is_enabled: isEnabled })
      if (error) throw toAppError(error)
    },
    // The menu and the routes follow the profile of the site.
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: adminKeys.siteModules() }), client.invalidateQueries({ queryKey: siteQuery.queryKey })]),
  })
}
