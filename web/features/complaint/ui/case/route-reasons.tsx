import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { routesQuery } from '../../api/get-case-parts.ts'
import type { CaseRoute } from '../../model/case-parts.ts'

interface RouteReasonsProps {
  caseId: string
  orgId: string
  orgName: string
}

/** Why this body: the candidates that the router ranked, with a reason each. */
export function RouteReasons({ caseId, orgId, orgName }: RouteReasonsProps) {
  const query = useQuery(routesQuery(caseId))
  // Once another body has the case, none of the proposals is the one that was taken.
  const isTaken = (row: CaseRoute) => row.is_chosen && row.org_id === orgId
  return (
    <Card size="small" title="分派依据">
      <AsyncView query={query} empty={`未自动分派，现由${orgName}承办`} isEmpty={(rows) => rows.length === 0}>
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
      </AsyncView>
    </Card>
  )
}
