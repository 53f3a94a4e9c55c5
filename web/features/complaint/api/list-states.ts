import { queryOptions } from '@tanstack/react-query'
import { shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'
import { complaintKeys } from './keys.ts'

const stateRow = shape({ state: text, label: text })

/** States of both flows under one list; a state that both have carries one name. */
export const statesQuery = queryOptions({
  queryKey: complaintKeys.states(),
  staleTime: 3_600_000,
  queryFn: async ({ signal }) => {
    const rows = await restGet('work_states', { select: 'state,label', kind: 'in.(complaint,tip)', order: 'sort' }, stateRow, signal)
    return [...new Map(rows.map((row) => [row.state, row])).values()]
  },
})
