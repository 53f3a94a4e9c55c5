import { useQuery } from '@tanstack/react-query'
import { routesQuery } from '../../api/get-case-parts.ts'

/** What the router ranked, with its reasons. */
export const useRouteProposals = (caseId: string) =>
  useQuery(routesQuery(caseId)).data?.map((row) => ({ id: row.org_id, reason: row.reasons.join('；') })) ?? []
