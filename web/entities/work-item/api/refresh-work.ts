import type { QueryClient } from '@tanstack/react-query'
import { workKeys } from './keys.ts'

/** After a step: the items, and what their module shows of them. */
export const refreshWork = (client: QueryClient, moduleKey: string) =>
  Promise.all([workKeys.all, [moduleKey]].map((queryKey) => client.invalidateQueries({ queryKey })))
