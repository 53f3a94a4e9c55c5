import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import type { FiguresRequest, FiguresSource } from '@/shared/module/figures.ts'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { spanOf } from '@/widgets/figures-page/model/figures-search.ts'
import { totalOf } from '@/widgets/figures-page/model/measures.ts'
import { KpiRow } from '@/widgets/figures-page/ui/kpi-row.tsx'
import { figuresQuery, useCompared } from '@/widgets/figures-page/ui/use-figures.ts'

// Map and drawings come after the numbers, and to those alone who lead.
const LeaderOverview = lazy(async () => ({ default: (await import('@/widgets/figures-page/ui/leader-overview.tsx')).LeaderOverview }))

/** The numbers of a module for one's own region in the last thirty days; what is counted comes with the module, when it is asked for. */
export function ModuleFigures({ module }: { module: ModuleManifest }) {
  const source = useQuery({
    queryKey: ['landing', 'figures', module.id],
    queryFn: () => module.figures?.source() ?? Promise.reject(new Error(`${module.id} has no figures`)),
    staleTime: Infinity,
  })
  return (
    <section className="landing-figures" aria-label={`${module.title}统计`}>
      <AsyncView query={source} wait={null}>
        {(known) => <Numbers source={known} />}
      </AsyncView>
    </section>
  )
}

function Numbers({ source }: { source: FiguresSource }) {
  const { region_code: region, region_name: place, roles } = useSession()
  const span = spanOf({ from: undefined, to: undefined }, todayInShanghai())
  const request: FiguresRequest = { region, line: undefined, ...span, by: 'region' }
  const query = useQuery(figuresQuery(source, request))
  const compared = useCompared(source, request)
  const row = { source, ...compared, base: { region, ...span } }
  return (
    <>
      <div className="landing-head">
        <h2>{source.title}统计</h2>
        <span className="page-sub">
          {place}，近 30 天登记（{span.from} 至 {span.to}）
        </span>
        <Link to={source.path}>查看统计</Link>
      </div>
      <AsyncView query={query} wait={<KpiRow {...row} counts={undefined} />}>
        {(rows) => <KpiRow {...row} counts={totalOf(rows)} />}
      </AsyncView>
      {roles.includes('leader') && (
        <Suspense fallback={<div className="landing-overview-wait" aria-busy="true" />}>
          <LeaderOverview source={source} request={request} base={row.base} />
        </Suspense>
      )}
    </>
  )
}
