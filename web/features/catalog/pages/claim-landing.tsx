import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { Tiles } from '@/shared/ui/tiles.tsx'
import { viewerOf } from '@/widgets/work-list/model/scope.ts'
import { claimCountQuery } from '../api/claims.ts'
import { reviewCountQuery } from '../api/changes.ts'
import { claimSearch } from '../model/claim-filter.ts'
import { catalogPaths } from '../paths.ts'

/** What of the catalogue waits for this officer: its own claims, those to decide on, requests to check. */
export default function ClaimLanding() {
  const session = useSession()
  const viewer = viewerOf(session)
  const may = (permission: string) => session.permissions.includes(permission)
  const [answers, decides] = [may('catalog.claim'), may('catalog.review')]
  const scope = answers ? ('own' as const) : ('all' as const)
  const pending = useQuery(claimCountQuery({ ...claimSearch.defaults, scope, state: 'pending' }, viewer))
  const declining = useQuery({ ...claimCountQuery({ ...claimSearch.defaults, scope: 'all', state: 'declining' }, viewer), enabled: decides })
  const reviewing = useQuery({ ...reviewCountQuery(session.org_id), enabled: decides })
  const tiles = [
    { key: 'pending', title: answers ? '待认领' : '辖区待认领', to: catalogPaths.claims({ scope }), count: pending.data },
    ...(decides
      ? [
          { key: 'declining', title: '不认领待审', to: catalogPaths.claims({ scope: 'all', state: 'declining' }), count: declining.data },
          { key: 'reviewing', title: '动态调整待审', to: catalogPaths.changes({ scope: 'own', state: 'reviewing' }), count: reviewing.data },
        ]
      : []),
  ]
  return (
    <section aria-label="监管事项" aria-busy={[pending, declining, reviewing].some((query) => query.isLoading)}>
      <div className="landing-head">
        <h2>监管事项</h2>
      </div>
      <Tiles label="监管事项" tiles={tiles} />
    </section>
  )
}
