import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { chartColors } from '@/shared/chart/chart-colors.ts'
import { ChartWithTable } from '@/shared/chart/chart-with-table.tsx'
import type { Figure, FiguresRequest, FiguresSource, RowsLink } from '@/shared/module/figures.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { twoYears } from '../model/groups.ts'
import { monthsUpTo } from '../model/spans.ts'
import { toTrendOption, trendWords } from '../model/to-options.ts'
import { monthsQuery } from './use-figures.ts'

interface FiguresTrendProps {
  source: FiguresSource
  request: FiguresRequest
  base: RowsLink
  filterText?: string
}

const height = 240

/** The year up to the last month of the period, whatever its beginning. */
export function FiguresTrend({ source, request, base, filterText }: FiguresTrendProps) {
  const query = useQuery(monthsQuery(source, request))
  const navigate = useNavigate()
  const linkOf = (row: Figure, rows: RowsLink) => source.linkOf({ ...base, ...monthsUpTo(`${row.key}-01`, 1), ...rows })
  return (
    <AsyncView query={query} wait={<div className="figures-trend-wait" />}>
      {(months) => {
        const { now, before } = twoYears(months)
        return (
          <ChartWithTable<Figure>
            title="近 12 个月（件，按登记月份）"
            rows={now}
            rowKey={(row) => row.key}
            label={`近 12 个月折线图：${trendWords(now)}`}
            filterText={filterText}
            columns={[
              { title: '月份', text: (row) => row.label },
              { title: '收到', isNumber: true, text: (row) => row.received, to: (row) => (row.received > 0 ? linkOf(row, {}) : undefined) },
              {
                title: '其中已办结',
                isNumber: true,
                text: (row) => row.closed,
                to: (row) => (row.closed > 0 ? linkOf(row, { closed: true }) : undefined),
              },
              { title: '上年同月收到', isNumber: true, text: (row) => before[now.indexOf(row)]?.received ?? '—' },
            ]}
            drawing={{
              height,
              option: toTrendOption(now, before, chartColors()),
              onPick: (index, series) => {
                const row = now[index]
                if (row) void navigate(linkOf(row, series === '其中已办结' ? { closed: true } : {}))
              },
            }}
          />
        )
      }}
    </AsyncView>
  )
}
