import { useQuery } from '@tanstack/react-query'
import { linesQuery } from '@/entities/org/api/list-orgs.ts'
import { regionQuery } from '@/entities/region/api/list-regions.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { chartColors } from '@/shared/chart/chart-colors.ts'
import { Chart } from '@/shared/chart/chart.tsx'
import { todayInShanghai } from '@/shared/format/date.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import type { Figure, FiguresRequest, FiguresSource } from '@/shared/module/figures.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ExportButton } from '@/shared/ui/export-button.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { PrintButton } from '@/shared/ui/print-button.tsx'
import '../figures-page.css'
import { figuresSearch, spanOf } from '../model/figures-search.ts'
import { textOf, totalOf } from '../model/measures.ts'
import { yearUpTo } from '../model/spans.ts'
import { barsHeight, toBarsOption, toTrendOption, trendWords } from '../model/to-options.ts'
import { FiguresFilters } from './figures-filters.tsx'
import { FiguresTable } from './figures-table.tsx'
import { Definitions, KpiRow } from './kpi-row.tsx'
import { figuresQuery, useCompared } from './use-figures.ts'

/** The figures of a module: what stands in them it hands in, how they are read is the same everywhere. */
export function FiguresPage({ source }: { source: FiguresSource }) {
  const session = useSession()
  const { state, update } = useSearchState(figuresSearch)
  const span = spanOf(state)
  const by = state.by ?? 'region'
  const region = state.region ?? session.region_code
  const request: FiguresRequest = { region, line: state.line, ...span, by }
  const query = useQuery(figuresQuery(source, request))
  const compared = useCompared(source, request)
  const base = { region, ...span, ...(state.line ? { line: state.line } : {}) }
  const place = useQuery(regionQuery(region)).data?.full_name
  const line = useQuery({ ...linesQuery, enabled: state.line !== undefined }).data?.find(({ code }) => code === state.line)?.name
  const filterText = figuresSearch.summary({ ...state, ...span, by, region }, { region: place, line })
  const name = `${source.title}统计`
  return (
    <Page
      title={name}
      subtitle={[place, `${span.from} 至 ${span.to} 登记`].filter(Boolean).join(' ')}
      actions={
        <>
          <ExportButton<Figure>
            name={name}
            columns={[
              { title: by === 'region' ? '地区' : '条线', text: (row) => row.label },
              ...source.measures.map((measure) => ({
                title: measure.title,
                text: (row: Figure) => (measure.rows ? measure.of(row) : textOf(measure, row)),
              })),
            ]}
            readPage={async (_, limit) => {
              const rows = await source.read(request, new AbortController().signal)
              return [...rows, { key: 'total', label: '合计', ...totalOf(rows) }].slice(0, limit)
            }}
            filterText={filterText}
          />
          <PrintButton />
        </>
      }
    >
      <p className="print-head" aria-hidden="true">
        {filterText}　打印于 {todayInShanghai()}
      </p>
      <FiguresFilters
        state={state}
        by={by}
        span={span}
        rootRegion={session.region_code}
        onChange={update}
        onReset={figuresSearch.isNarrowed(state) ? () => update(figuresSearch.cleared) : undefined}
      />
      <AsyncView query={query}>
        {(rows) => (
          <div className="figures">
            <KpiRow source={source} counts={totalOf(rows)} base={base} {...compared} />
            <Trend source={source} request={request} />
            <div className="figures-pair">
              <Panel title="办理情况（件）">
                <Chart
                  height={barsHeight(rows)}
                  label={`各${by === 'region' ? '地区' : '条线'}办结、在办和超期件数条形图，数字见表`}
                  option={toBarsOption(rows, chartColors())}
                />
              </Panel>
              <FiguresTable source={source} rows={rows} by={by} isLoading={query.isPlaceholderData} base={base} />
            </div>
            <Definitions measures={source.measures} />
          </div>
        )}
      </AsyncView>
    </Page>
  )
}

/** The year up to the last month of the period, whatever its beginning. */
function Trend({ source, request }: { source: FiguresSource; request: FiguresRequest }) {
  const query = useQuery(figuresQuery(source, { ...request, ...yearUpTo(request.to), by: 'month' }))
  return (
    <Panel title="近 12 个月（件，按登记月份）">
      <AsyncView query={query}>
        {(months) => <Chart height={200} label={`近 12 个月折线图：${trendWords(months)}`} option={toTrendOption(months, chartColors())} />}
      </AsyncView>
    </Panel>
  )
}
