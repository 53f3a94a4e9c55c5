import type { MapOutline } from '@contract/map-outline.ts'
import type { Drawing } from './drawing.ts'

const width = 900

/**
 * The operator's own outlines on a flat sheet: a degree of longitude as short as it is in the middle of the map, for which
 * places of the size of a province need nothing better. The words stand in the middle of the biggest piece.
 */
export function drawOutline({ places }: MapOutline): Drawing | undefined {
  const all = places.flatMap(({ polygons }) => polygons.flatMap((rings) => rings[0] ?? []))
  if (all.length === 0) return undefined
  const box = boxOf(all)
  const squeeze = Math.cos((((box.bottom + box.top) / 2) * Math.PI) / 180)
  const scale = width / Math.max((box.right - box.left) * squeeze, box.top - box.bottom, 1e-6)
  const to = ([lon, lat]: Position): Position => [(lon - box.left) * squeeze * scale, (box.top - lat) * scale]
  const shapes = places.map(({ code, polygons }) => {
    const rings = polygons.flatMap((polygon) => polygon.map((ring) => ring.map(to)))
    const biggest = polygons.map((polygon) => (polygon[0] ?? []).map(to)).toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? []
    const [x, y] = middleOf(biggest)
    return { code, x, y, path: rings.map((ring) => `M${ring.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}Z`).join('') }
  })
  return {
    kind: 'own',
    shapes,
    missing: [],
    perLine: 4,
    letter: 18,
    width: (box.right - box.left) * squeeze * scale,
    height: (box.top - box.bottom) * scale,
  }
}

type Position = [x: number, y: number]

function boxOf(points: readonly Position[]) {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  // Not spread into Math.min: a map has more points than a call takes arguments.
  for (const [lon, lat] of points) {
    box.left = Math.min(box.left, lon)
    box.right = Math.max(box.right, lon)
    box.bottom = Math.min(box.bottom, lat)
    box.top = Math.max(box.top, lat)
  }
  return box
}

const cross = ([ax, ay]: Position, [bx, by]: Position) => ax * by - bx * ay
const pairsOf = (ring: readonly Position[]) => ring.slice(1).map((point, index): [Position, Position] => [ring[index] ?? point, point])

/** Twice the area, signed by the sense of turning. */
const areaOf = (ring: readonly Position[]) => pairsOf(ring).reduce((sum, [a, b]) => sum + cross(a, b), 0)

/** Centre of mass of a ring; of one without area its first point. */
function middleOf(ring: readonly Position[]): Position {
  const area = areaOf(ring)
  if (Math.abs(area) < 1e-9) return ring[0] ?? [0, 0]
  const sum = (axis: 0 | 1) => pairsOf(ring).reduce((total, [a, b]) => total + (a[axis] + b[axis]) * cross(a, b), 0)
  return [sum(0) / (3 * area), sum(1) / (3 * area)]
}
