import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { ownMapQuery } from '@/entities/region/api/own-map.ts'
import { tierOf } from '@/entities/region/model/tier-of.ts'
import { MapTrail } from '@/entities/region/ui/map/map-trail.tsx'
import { RegionMap } from '@/entities/region/ui/map/region-map.tsx'
import { chartColors } from '@/shared/chart/chart-colors.ts'
import { barHeight, barOption } from '@/shared/chart/options/bar-option.ts'
import { Panel } from '@/shared/ui/panel.tsx'
import { coverageRate, placeOfGroup, rateText, type CoverageRequest, type CoverageRow } from '../model/claim-coverage.ts'
import { catalogPaths } from '../paths.ts'

const Chart = lazy(async () => ({ default: (await import('@/shared/chart/chart.tsx')).Chart }))

interface CoverageChartProps {
  rows: readonly CoverageRow[]
  request: CoverageRequest
  root: number
}

/** Places as a map, anything else as bars; the numbers stand in the table beside it. */
export function ClaimCoverageChart(props: CoverageChartProps) {
  return props.request.by === 'region' ? <Places {...props} /> : <Bars {...props} />
}

function Places({ rows, request, root }: CoverageChartProps) {
  const own = useQuery(ownMapQuery(request.region))
  const { line } = request
  const linkTo = (region: number) => catalogPaths.coverage({ ...(region === root ? {} : { region }), ...(line ? { line } : {}) })
  const below = rows.filter(({ key }) => Number(key) !== request.region)
  return (
    <Panel title="各地区认领率">
      <MapTrail region={request.region} root={root} linkTo={linkTo} />
      {below.length === 0 ? (
        <p className="empty-line">下面没有其他地区</p>
      ) : (
        !own.isPending && (
          <RegionMap
            label={`各地区认领率${own.data ? '地图' : '示意图'}`}
            places={below.map((row) => ({
              code: Number(row.key),
              name: row.label ?? row.key,
              value: coverageRate(row),
              to:
                tierOf(Number(row.key)) < 5
                  ? linkTo(Number(row.key))
                  : catalogPaths.claims({ scope: 'all', state: 'all', ...placeOfGroup(row, request) }),
            }))}
            textOf={rateText}
            unit=""
            own={own.data}
            tint="teal"
          />
        )
      )}
    </Panel>
  )
}

const most = 15

function Bars({ rows, request }: CoverageChartProps) {
  const shown = rows.slice(0, most)
  const names = shown.map(({ key, label }) => label ?? key)
  const data = shown.map((row) => Math.round((coverageRate(row) ?? 0) * 1_000) / 10)
  const title = `认领率最低的${{ line: '部门', org: '单位', item: '事项', region: '地区' }[request.by]}（%）`
  return (
    <Panel title={title}>
      <Suspense fallback={<div style={{ height: barHeight(names) }} aria-busy="true" />}>
        <Chart
          label={`${title}：${shown.map((row) => `${row.label ?? row.key} ${rateText(coverageRate(row))}`).join('，')}`}
          option={barOption({ names, series: [{ name: '认领率', data }] }, chartColors())}
          height={barHeight(names)}
        />
      </Suspense>
    </Panel>
  )
}
