import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { ScaleKey } from '@/shared/chart/heat-grid.tsx'
import { colorIn, inkOn, stepsOf, type Tint } from '@/shared/chart/scale.ts'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { centreOf } from '../../model/map/centres.ts'
import { nextShape, schematic, type Drawing, type Shape } from '../../model/map/drawing.ts'
import { nameLines } from '../../model/map/short-name.ts'
import './region-map.css'

export interface MapPlace {
  code: number
  name: string
  /** What colours it; null: nothing to say. */
  value: number | null
  /** Where it leads: into the place, or to the rows. */
  to?: string | undefined
}

export interface OwnMap {
  drawing: Drawing
  producer: string
  approvalNo: string
}

export interface RegionMapProps {
  label: string
  places: readonly MapPlace[]
  textOf: (value: number | null) => string
  unit: string
  tint: Tint
  /** The operator's own map of these places, where there is one; who shows it names its producer and its review number. */
  own?: OwnMap | null | undefined
}

const notes = {
  cells: '示意图：每格一个地区，大致按方位排列，不表示面积和界线。',
  rows: '没有这些地区的中心坐标，按代码顺序排列，不表示方位。',
  own: undefined,
} as const

/** Places coloured by a number, one step from each other by arrow keys. */
export function RegionMap({ label, places, textOf, unit, tint, own }: RegionMapProps) {
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const codes = places.map(({ code }) => code).join(' ')
  const drawing = useMemo(
    () => own?.drawing ?? schematic(codes.split(' ').filter(Boolean).map(Number), (code) => centreOf(code), isNarrow),
    [own, codes, isNarrow],
  )
  const steps = stepsOf(
    places.map(({ value }) => value ?? 0),
    tint,
  )
  const byCode = new Map(places.map((place) => [place.code, place]))
  const [current, setCurrent] = useState<number>()
  const svg = useRef<SVGSVGElement>(null)
  const shapes = drawing.shapes.filter(({ code }) => byCode.has(code))
  const first = shapes.some(({ code }) => code === current) ? current : shapes[0]?.code
  const missing = places.filter(({ code }) => !shapes.some((shape) => shape.code === code))
  const handleKey = (event: KeyboardEvent) => {
    const next = first === undefined ? undefined : nextShape(shapes, first, event.key)
    if (next === undefined) return
    event.preventDefault()
    svg.current?.querySelector<SVGElement>(`[data-code="${next}"]`)?.focus()
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are for the places in it, which take the focus */}
      <svg
        ref={svg}
        className={`region-map is-${drawing.kind}`}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        style={{ aspectRatio: `${drawing.width} / ${drawing.height}`, maxWidth: (drawing.width / 100) * 118 }}
        role="group"
        aria-label={`${label}，用方向键在地区之间移动`}
        onKeyDown={handleKey}
      >
        {shapes.map((shape) => {
          const place = byCode.get(shape.code)
          return (
            place && (
              <MapCell
                key={shape.code}
                shape={shape}
                place={place}
                text={textOf(place.value)}
                unit={unit}
                color={colorIn(steps, place.value)}
                drawing={drawing}
                isFirst={shape.code === first}
                onFocus={setCurrent}
              />
            )
          )
        })}
      </svg>
      {missing.length > 0 && (
        <ul className="map-missing" aria-label="图上没有位置的地区">
          {missing.map(({ code, name, value, to }) => (
            <li key={code}>
              {to ? <Link to={to}>{name}</Link> : name} {textOf(value)}
            </li>
          ))}
        </ul>
      )}
      <ScaleKey steps={steps} textOf={textOf} unit={unit} />
      {own && (
        <p className="map-source">
          审图号：{own.approvalNo}　编制单位：{own.producer}
        </p>
      )}
      {notes[drawing.kind] && <p className="chart-note">{notes[drawing.kind]}</p>}
    </>
  )
}

interface MapCellProps {
  shape: Shape
  place: MapPlace
  text: string
  unit: string
  color: string
  drawing: Drawing
  /** One of them all is reached by the tab key; arrows go on from there. */
  isFirst: boolean
  onFocus: (code: number) => void
}

function MapCell({ shape, place, text, unit, color, drawing: { perLine, letter }, isFirst, onFocus }: MapCellProps) {
  const lines = nameLines(place.name, perLine)
  const lineHeight = letter * 1.15
  const top = shape.y - ((lines.length + 1) * lineHeight) / 2 + letter * 0.85
  // Begins with what stands there, letter by letter: who speaks to the screen says what is seen.
  const said = `${lines.join('')}${text}${unit}${lines.join('') === place.name ? '' : `，${place.name}`}`
  const content = (
    <>
      <path d={shape.path} fill={color} />
      <text x={shape.x} textAnchor="middle" fill={inkOn(color)} fontSize={lines.length > 2 ? letter * 0.82 : letter} aria-hidden="true">
        {lines.map((line, index) => (
          <tspan key={line} x={shape.x} y={top + index * lineHeight}>
            {line}
          </tspan>
        ))}
        <tspan className="map-value" x={shape.x} y={top + lines.length * lineHeight}>
          {text}
        </tspan>
      </text>
    </>
  )
  const shared = { className: 'map-cell', 'data-code': shape.code, tabIndex: isFirst ? 0 : -1, onFocus: () => onFocus(shape.code) }
  if (place.to === undefined)
    return (
      <g role="img" aria-label={said} {...shared}>
        {content}
      </g>
    )
  return (
    <Link to={place.to} aria-label={said} {...shared}>
      {content}
    </Link>
  )
}
