import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { chartColors } from '@/shared/chart/chart-colors.ts'
import { ChartWithTable } from '@/shared/chart/chart-with-table.tsx'
import { HeatGrid } from '@/shared/chart/heat-grid.tsx'
import { barHeight, barOption } from '@/shared/chart/options/bar-option.ts'
import type { Counts, Figure, FiguresRequest, FiguresSource, OwnGroup, RowsLink } from '@/shared/module/figures.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { byDayAndHour } from '../model/groups.ts'
import { dayParts, slotOf, weekdays } from '../model/slots.ts'
import { parts, toPartsOption } from '../model/to-options.ts'
import { figuresQuery } from './use-figures.ts'

interface PartProps {
  source: FiguresSource
  request: FiguresRequest
  base: RowsLink
  filterText?: string
}

/** How everything of the period stands. */
export function StatePie({ source, base, filterText, total }: Omit<PartProps, 'request'> & { total: Counts }) {
  const navigate = useNavigate()
  const rows = total.received === 0 ? [] : parts
  return (
    <ChartWithTable
      title="办理状态（件）"
      rows={rows}
      rowKey={(part) => part.name}
      label={`办理状态环形图：${parts.map(({ name, of }) => `${name} ${of(total)} 件`).join('；')}`}
      filterText={filterText}
      columns={[
        { title: '状态', text: (part) => part.name },
        {
          title: '件数',
          isNumber: true,
          text: (part) => part.of(total),
          to: (part) => (part.of(total) > 0 ? source.linkOf({ ...base, ...part.rows }) : undefined),
        },
      ]}
      drawing={{
        height: 240,
        option: toPartsOption(total, chartColors()),
        onPick: (index) => {
          const shown = parts.filter(({ of }) => of(total) > 0).toSorted((a, b) => b.of(total) - a.of(total))[index]
          if (shown) void navigate(source.linkOf({ ...base, ...shown.rows }))
        },
      }}
    />
  )
}

/** When it comes in: by day of the week and hour. */
export function HourHeat({ source, request, base, filterText }: PartProps) {
  const linkOf = (day: number, part: number) => (source.hasSlotRows ? source.linkOf({ ...base, slot: slotOf(day, part) }) : undefined)
  const query = useQuery(figuresQuery(source, { ...request, by: 'hour' }))
  return (
    <AsyncView query={query} wait={<div className="figures-trend-wait" />}>
      {(rows) => {
        const grid = byDayAndHour(rows)
        return (
          <ChartWithTable
            title="登记时间分布（件）"
            rows={rows.length === 0 ? [] : weekdays.map((day, index) => ({ day, index, counts: grid[index] ?? [] }))}
            rowKey={({ day }) => day}
            label=""
            filterText={filterText}
            columns={[
              { title: '星期', text: ({ day }) => day },
              ...dayParts.map((part, index) => ({
                title: part,
                isNumber: true,
                text: (row: { counts: number[] }) => row.counts[index] ?? 0,
                to: (row: { index: number; counts: number[] }) => (row.counts[index] ? linkOf(row.index, index) : undefined),
              })),
            ]}
            drawing={<HeatGrid label="按星期和时段的登记件数" rows={weekdays} columns={dayParts} values={grid} unit="件" linkOf={linkOf} />}
            note="每格为从该时起的两小时，北京时间。"
          />
        )
      }}
    </AsyncView>
  )
}

const shown = 10

/** What most of it is about. */
export function TopGroups({ source, request, base, own, filterText }: PartProps & { own: OwnGroup }) {
  const query = useQuery(figuresQuery(source, { ...request, by: own.by, top: shown }))
  const navigate = useNavigate()
  const linkOf = (row: Figure, rows: RowsLink = {}) => (row.key === '' ? undefined : own.linkOf(row.key, { ...base, ...rows }))
  return (
    <AsyncView query={query} wait={<div className="figures-trend-wait" />}>
      {(rows) => (
        <ChartWithTable<Figure>
          title={`收到最多的${own.title}（件）`}
          rows={rows}
          rowKey={(row) => row.key}
          label={`${own.title}条形图：${rows.map((row) => `${row.label} ${row.received} 件`).join('；')}`}
          filterText={filterText}
          columns={[
            { title: own.title, text: (row) => row.label },
            { title: '收到', isNumber: true, text: (row) => row.received, to: (row) => linkOf(row) },
            {
              title: '超期在办',
              isNumber: true,
              text: (row) => row.late,
              to: (row) => (row.late > 0 ? linkOf(row, { open: true, late: true }) : undefined),
            },
          ]}
          drawing={{
            height: barHeight(rows.map((row) => row.label)),
            option: barOption(
              { names: rows.map((row) => row.label), series: [{ name: '收到', data: rows.map((row) => row.received) }] },
              chartColors(),
            ),
            onPick: (index) => {
              const to = rows[index] && linkOf(rows[index])
              if (to) void navigate(to)
            },
          }}
        />
      )}
    </AsyncView>
  )
}
