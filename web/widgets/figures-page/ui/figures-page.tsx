import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { linesQuery } from '@/entities/org/api/list-orgs.ts'
import { regionQuery } from '@/entities/region/api/list-regions.ts'
import { tierOf } from '@/entities/region/model/tier-of.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { chartColors } from '@/shared/chart/chart-colors.ts'
import { ChartWithTable } from '@/shared/chart/chart-with-table.tsx'
import { barHeight } from '@/shared/chart/options/bar-option.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { toSearch, useSearchState } from '@/shared/hooks/use-search-state.ts'
import type { Figure, FiguresRequest, FiguresSource, RowsLink } from '@/shared/module/figures.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ExportButton } from '@/shared/ui/export-button.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { PrintButton } from '@/shared/ui/print-button.tsx'
import '../figures-page.css'
import { figuresSearch, spanOf } from '../model/figures-search.ts'
import { textOf, totalOf } from '../model/measures.ts'
import { hasMap, linkOfGroup } from '../model/groups.ts'
import { maxBars, parts, toBarsOption } from '../model/to-options.ts'
import { FiguresFilters } from './figures-filters.tsx'
import { FiguresMap } from './figures-map.tsx'
import { HourHeat, StatePie, TopGroups } from './figures-parts.tsx'
import { FiguresTable } from './figures-table.tsx'
import { FiguresTrend } from './figures-trend.tsx'
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
  // As wide as the name will be: on a phone the line would break when it comes, and all below it would move.
  const placeOrRoom = place ?? (region === session.region_code ? session.region_name : '　'.repeat(tierOf(region) > 3 ? 6 : 3))
  const line = useQuery({ ...linesQuery, enabled: state.line !== undefined }).data?.find(({ code }) => code === state.line)?.name
  const filterText = figuresSearch.summary({ ...state, ...span, by, region }, { region: place, line })
  const name = `${source.title}统计`
  const part = { source, request, base, filterText }
  return (
    <Page
      title={name}
      subtitle={`${placeOrRoom} ${span.from} 至 ${span.to} 登记`}
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
            <div className="figures-pair">
              {hasMap(region) && (
                <FiguresMap
                  {...part}
                  root={session.region_code}
                  linkTo={(to) => `?${toSearch({ ...state, region: to }, figuresSearch.defaults).toString()}`}
                />
              )}
              <div className="figures">
                <FiguresTrend {...part} />
                <StatePie source={source} base={base} filterText={filterText} total={totalOf(rows)} />
              </div>
            </div>
            <div className="figures-pair is-table">
              <Bars source={source} rows={rows} by={by} base={base} filterText={filterText} />
              <FiguresTable source={source} rows={rows} by={by} isLoading={query.isPlaceholderData} base={base} />
            </div>
            <div className="figures-pair">
              {source.own && <TopGroups {...part} own={source.own} />}
              <HourHeat {...part} />
            </div>
            <Definitions measures={source.measures} />
          </div>
        )}
      </AsyncView>
    </Page>
  )
}

interface BarsProps {
  source: FiguresSource
  rows: readonly Figure[]
  by: 'region' | 'line'
  base: RowsLink
  filterText: string
}

/** What the table beside it says, to the eye. */
function Bars({ source, rows, by, base, filterText }: BarsProps) {
  const navigate = useNavigate()
  const shown = rows.slice(0, maxBars)
  const title = by === 'region' ? '地区' : '条线'
  return (
    <ChartWithTable<Figure>
      title="办理情况（件）"
      rows={shown}
      rowKey={(row) => row.key}
      label={`各${title}办结、在办和超期件数条形图，数字见表`}
      filterText={filterText}
      columns={[
        { title, text: (row) => row.label },
        ...parts.map(({ name, of, rows: own }) => ({
          title: name,
          isNumber: true,
          text: of,
          to: (row: Figure) => (of(row) > 0 ? source.linkOf({ ...base, ...linkOfGroup(row.key, by, base.region), ...own }) : undefined),
        })),
      ]}
      drawing={{
        height: barHeight(shown.map((row) => row.label)),
        option: toBarsOption(shown, chartColors()),
        onPick: (index, series) => {
          const row = shown[index]
          const own = parts.find(({ name }) => name === series)?.rows ?? { open: true }
          if (row) void navigate(source.linkOf({ ...base, ...linkOfGroup(row.key, by, base.region), ...own }))
        },
      }}
      note={rows.length > shown.length ? `共 ${rows.length} 个，图中为收到最多的 ${shown.length} 个，其余见表。` : undefined}
    />
  )
}
