import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { restGet } from '@/shared/http/rest.ts'
import { complaintKeys } from './keys.ts'

const stateRow = z.object({ state: z.string(), label: z.string() })

/** States of both flows under one list; a state that both have carries one name. */
export const statesQuery = queryOptions({
  queryKey: complaintKeys.states(),
  staleTime: 3_600_000,
  queryFn: async ({ signal }) => {
    const rows = await restGet('work_states', { select: 'state,label', kind: 'in.(complaint,tip)', order: 'sort' }, stateRow, signal)
    return [...new Map(rows.map((row) => [row.state, row])).values()]
  },
})
