import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Figure, FiguresRequest, FiguresSource, RowsLink } from '@/shared/module/figures.ts'
import { ChartWithTable } from '@/shared/chart/chart-with-table.tsx'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { hasMap } from '../model/groups.ts'
import { FiguresMap } from './figures-map.tsx'
import { FiguresTrend } from './figures-trend.tsx'
import { figuresQuery } from './use-figures.ts'

interface LeaderOverviewProps {
  source: FiguresSource
  request: FiguresRequest
  base: RowsLink
}

/** Where it is, how it goes, who is late: what a leader looks at first, below the numbers. */
export function LeaderOverview({ source, request, base }: LeaderOverviewProps) {
  const linkTo = (region: number) => `${source.path}?region=${region}`
  return (
    <div className="figures figures-pair">
      {hasMap(request.region) && <FiguresMap source={source} request={request} root={request.region} base={base} linkTo={linkTo} />}
      <div className="figures">
        <FiguresTrend source={source} request={request} base={base} />
        <LateBodies source={source} request={request} base={base} />
      </div>
    </div>
  )
}

const shown = 8

/** Bodies that hold what is past its end, most first; each number leads to those rows. */
function LateBodies({ source, request, base }: LeaderOverviewProps) {
  const query = useQuery(figuresQuery(source, { ...request, by: 'org', top: shown }))
  const linkOf = (row: Figure, rows: RowsLink) => (source.hasOrgRows && row.key ? source.linkOf({ ...base, ...rows, org: row.key }) : undefined)
  return (
    <AsyncView query={query} wait={<div className="figures-late-wait" />}>
      {(all) => {
        const rows = all.filter((row) => row.late > 0).slice(0, shown)
        const most = rows[0]?.late ?? 1
        return (
          <ChartWithTable<Figure>
            title="超期在办最多的单位"
            rows={rows}
            rowKey={(row) => row.key}
            label=""
            empty="近 30 天登记的件没有超期"
            columns={[
              { title: '单位', text: (row) => row.label },
              { title: '超期在办', isNumber: true, text: (row) => row.late, to: (row) => linkOf(row, { open: true, late: true }) },
              { title: '在办', isNumber: true, text: (row) => row.open, to: (row) => linkOf(row, { open: true }) },
            ]}
            drawing={
              <ol className="late-bodies" aria-label="超期在办最多的单位">
                {rows.map((row) => (
                  <li key={row.key}>
                    <span>{row.label}</span>
                    <i style={{ width: `${(row.late / most) * 100}%` }} />
                    <LateNumber row={row} to={linkOf(row, { open: true, late: true })} />
                  </li>
                ))}
              </ol>
            }
          />
        )
      }}
    </AsyncView>
  )
}

function LateNumber({ row, to }: { row: Figure; to: string | undefined }) {
  if (to === undefined) return <b>{row.late}</b>
  return (
    <Link to={to} aria-label={`${row.label}超期在办 ${row.late} 件，查看清单`}>
      {row.late}
    </Link>
  )
}
