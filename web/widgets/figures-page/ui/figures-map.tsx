import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { tierOf } from '@/entities/region/model/tier-of.ts'
import { ownMapQuery } from '@/entities/region/api/own-map.ts'
import { MapTrail } from '@/entities/region/ui/map/map-trail.tsx'
import { RegionMap, type OwnMap } from '@/entities/region/ui/map/region-map.tsx'
import { ChartWithTable } from '@/shared/chart/chart-with-table.tsx'
import type { Figure, FiguresRequest, FiguresSource, Measure, RowsLink } from '@/shared/module/figures.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { linkOfGroup } from '../model/groups.ts'
import { isRate, textOf, textOfValue } from '../model/measures.ts'
import { figuresQuery } from './use-figures.ts'

interface FiguresMapProps {
  source: FiguresSource
  request: FiguresRequest
  /** The viewer's own place. */
  root: number
  base: RowsLink
  /** The same page, of another place. */
  linkTo: (region: number) => string
  filterText?: string
}

/** The places below a place, coloured by one of the numbers; each leads into itself, the last ones to their rows. */
export function FiguresMap({ source, request, ...rest }: FiguresMapProps) {
  const asked: FiguresRequest = { ...request, by: 'region' }
  const query = useQuery(figuresQuery(source, asked))
  const own = useQuery(ownMapQuery(request.region))
  return (
    <AsyncView query={query} wait={<div className="figures-map-wait" />}>
      {(rows) =>
        // First one and then the other would move everything below; without its file the schematic one serves as well.
        own.isPending ? <div className="figures-map-wait" /> : <Drawn source={source} rows={rows} region={request.region} own={own.data} {...rest} />
      }
    </AsyncView>
  )
}

interface DrawnProps extends Omit<FiguresMapProps, 'request'> {
  rows: readonly Figure[]
  region: number
  own: OwnMap | null | undefined
}

function Drawn({ source, rows, region, own, root, base, linkTo, filterText }: DrawnProps) {
  const [key, setKey] = useState(source.measures[0]?.key)
  const measure = source.measures.find((one) => one.key === key)
  if (!measure) return <p className="empty-line">没有可以显示的指标</p>
  const here = rows.find((row) => Number(row.key) === region)
  const below = rows.filter((row) => row !== here)
  const rowsLink = (row: Figure) =>
    measure.rows && measure.of(row) !== 0 ? source.linkOf({ ...base, ...linkOfGroup(row.key, 'region', region), ...measure.rows }) : undefined
  const unit = isRate(measure) ? '' : '件'
  return (
    <ChartWithTable<Figure>
      title={`各地区${measure.title}`}
      rows={rows}
      rowKey={(row) => row.key}
      label=""
      filterText={filterText}
      columns={[
        {
          title: '地区',
          text: (row) => row.label,
          to: (row) => (tierOf(Number(row.key)) < 5 && row !== here ? linkTo(Number(row.key)) : undefined),
        },
        { title: measure.title, isNumber: true, text: (row) => textOf(measure, row), to: rowsLink },
      ]}
      extra={<MeasureSelect measures={source.measures} value={measure.key} onChange={setKey} />}
      drawing={
        <>
          <MapTrail region={region} root={root} linkTo={linkTo} />
          <RegionMap
            label={`各地区${measure.title}${own ? '地图' : '示意图'}`}
            places={below.map((row) => ({
              code: Number(row.key),
              name: row.label,
              value: measure.of(row),
              to: tierOf(Number(row.key)) < 5 ? linkTo(Number(row.key)) : rowsLink(row),
            }))}
            textOf={(value) => textOfValue(measure, value)}
            unit={unit}
            own={own}
            tint={measure.key === 'late' ? 'seal' : 'teal'}
          />
          {here && (
            <p className="chart-note">
              {here.label}：<Maybe to={rowsLink(here)} text={`${textOf(measure, here)}${unit && ` ${unit}`}`} />
            </p>
          )}
        </>
      }
    />
  )
}

const Maybe = ({ to, text }: { to: string | undefined; text: string }) => (to === undefined ? <>{text}</> : <Link to={to}>{text}</Link>)

interface MeasureSelectProps {
  measures: readonly Measure[]
  value: string
  onChange: (key: string) => void
}

const MeasureSelect = ({ measures, value, onChange }: MeasureSelectProps) => (
  <select className="chart-select" aria-label="地图指标" value={value} onChange={(event) => onChange(event.target.value)}>
    {measures.map(({ key, title }) => (
      <option key={key} value={key}>
        {title}
      </option>
    ))}
  </select>
)
