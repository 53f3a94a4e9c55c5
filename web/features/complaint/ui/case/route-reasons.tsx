import { useQuery } from '@tanstack/react-query'
import { QuerySection } from '@/widgets/item-page/ui/item-section.tsx'
import { routesQuery } from '../../api/get-case-parts.ts'
import type { CaseRoute } from '../../model/case-parts.ts'

interface RouteReasonsProps {
  caseId: string
  orgId: string
}

/** Why this body: the candidates that the router ranked, with a reason each. */
export function RouteReasons({ caseId, orgId }: RouteReasonsProps) {
  const query = useQuery(routesQuery(caseId))
  // Once another body has the case, none of the proposals is the one that was taken.
  const isTaken = (row: CaseRoute) => row.is_chosen && row.org_id === orgId
  return (
    <QuerySection title="分派依据" query={query} isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <ol className="routes">
          {rows.map((row) => (
            <li key={row.rank} className={isTaken(row) ? 'is-chosen' : undefined}>
              <strong>
                {row.orgs?.name ?? '—'}
                {isTaken(row) && <span className="mark mark-ok">采用</span>}
              </strong>
              <span className="muted">{row.reasons.join('；')}</span>
            </li>
          ))}
        </ol>
      )}
    </QuerySection>
  )
}
