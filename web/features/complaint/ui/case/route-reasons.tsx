import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { routesQuery } from '../../api/get-case-parts.ts'

/** Why this body: the candidates that the router ranked, with a reason each. */
export function RouteReasons({ caseId, orgName }: { caseId: string; orgName: string }) {
  const query = useQuery(routesQuery(caseId))
  return (
    <Card size="small" title="分派依据">
      <AsyncView query={query} empty={`未自动分派，现由${orgName}承办`} isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ol className="routes">
            {rows.map((row) => (
              <li key={row.rank} className={row.is_chosen ? 'is-chosen' : undefined}>
                <strong>
                  {row.orgs?.name ?? '—'}
                  {row.is_chosen && <span className="mark mark-ok">采用</span>}
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
