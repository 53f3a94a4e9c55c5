import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { chartColors } from '@/shared/chart/chart-colors.ts'
import { Chart } from '@/shared/chart/chart.tsx'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { figuresQuery } from '../api/get-figures.ts'
import { figuresSearch, spanOf } from '../model/figures-filter.ts'
import { toFiguresOption } from '../model/to-figures-option.ts'
import { FiguresFilters } from '../ui/figures/figures-filters.tsx'
import { FiguresTable } from '../ui/figures/figures-table.tsx'

export default function FiguresPage() {
  const session = useSession()
  const { state, update } = useSearchState(figuresSearch)
  const span = spanOf(state)
  const region = state.region ?? session.region_code
  const query = useQuery(figuresQuery({ region, line: state.line, ...span, by: state.by }))
  const base = { region, from: span.from, to: span.to, ...(state.line ? { line: state.line } : {}) }
  return (
    <Page title="投诉举报统计" subtitle={`${span.from} 至 ${span.to} 登记`}>
      <FiguresFilters filter={state} rootRegion={session.region_code} onChange={update} />
      <AsyncView query={query} empty="所选范围内没有投诉举报" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <div className="figures">
            <Card size="small" title="办理情况（件）">
              <Chart
                height={300}
                label={`各${state.by === 'region' ? '地区' : '条线'}办结、在办和超期件数柱形图，数字见下表`}
                option={toFiguresOption(rows, chartColors())}
              />
            </Card>
            <FiguresTable rows={rows} by={state.by} isLoading={query.isPlaceholderData} base={base} />
          </div>
        )}
      </AsyncView>
    </Page>
  )
}
