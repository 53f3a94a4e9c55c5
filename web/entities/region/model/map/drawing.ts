import type { Place } from './centres.ts'
import { cellCentre, layoutCells, layoutRows } from './layout.ts'

export interface Shape {
  code: number
  /** Outline, in the units of the whole drawing. */
  path: string
  /** Where its words stand. */
  x: number
  y: number
}

export interface Drawing {
  width: number
  height: number
  shapes: readonly Shape[]
  /** What the drawing has no place for: told below it. */
  missing: readonly number[]
  /** Rows say nothing of where a place lies; cells about do; the operator's own map does. */
  kind: 'cells' | 'rows' | 'own'
  /** Letters in a line of a name. */
  perLine: number
  /** Of the words. */
  letter: number
}

const size = 100
const gap = 3

/** A hexagon with a point on top, as wide as a column less the gap. */
function hexagon(x: number, y: number): string {
  const radius = (size - gap) / Math.sqrt(3)
  const corners = Array.from({ length: 6 }, (_, index) => {
    const angle = (Math.PI / 3) * index - Math.PI / 2
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`
  })
  return `M${corners.join('L')}Z`
}

function tile(x: number, y: number): string {
  const half = { x: (size - gap) / 2, y: (tileHeight - gap) / 2 }
  const r = 8
  return `M${x - half.x + r} ${y - half.y}h${2 * (half.x - r)}a${r} ${r} 0 0 1 ${r} ${r}v${2 * (half.y - r)}a${r} ${r} 0 0 1 -${r} ${r}h-${2 * (half.x - r)}a${r} ${r} 0 0 1 -${r} -${r}v-${2 * (half.y - r)}a${r} ${r} 0 0 1 ${r} -${r}z`
}
const tileHeight = 84

const letter = 21
const perLine = 4

/** One hexagon for each place whose centre is known; where none is, tiles in rows. */
export function schematic(codes: readonly number[], centreOf: (code: number) => Place | undefined, isNarrow: boolean): Drawing {
  const places = codes.flatMap((code) => {
    const centre = centreOf(code)
    return centre ? [{ code, ...centre }] : []
  })
  // A few centres among many places would be a map of the few.
  if (places.length < 2 || places.length * 2 < codes.length) return rows(codes, isNarrow)
  const cells = layoutCells(places)
  const middles = cells.map((cell) => ({ code: cell.code, ...cellCentre(cell) }))
  const left = Math.min(...middles.map(({ x }) => x))
  const half = size / Math.sqrt(3)
  const shapes = middles.map(({ code, x, y }) => {
    const at = { x: (x - left + 0.5) * size, y: y * size + half }
    return { code, path: hexagon(at.x, at.y), ...at }
  })
  return {
    kind: 'cells',
    shapes,
    perLine,
    letter,
    missing: codes.filter((code) => !places.some((place) => place.code === code)),
    ...extent(shapes, half),
  }
}

function rows(codes: readonly number[], isNarrow: boolean): Drawing {
  const columns = Math.max(1, Math.min(isNarrow ? 4 : 8, Math.ceil(Math.sqrt(codes.length * 2))))
  const shapes = layoutRows(codes, columns).map(({ code, column, row }) => {
    const at = { x: (column + 0.5) * size, y: (row + 0.5) * tileHeight }
    return { code, path: tile(at.x, at.y), ...at }
  })
  return { kind: 'rows', shapes, perLine, letter: 19, missing: [], ...extent(shapes, tileHeight / 2) }
}

const extent = (shapes: readonly Shape[], below: number) => ({
  width: Math.max(...shapes.map(({ x }) => x), 0) + size / 2,
  height: Math.max(...shapes.map(({ y }) => y), 0) + below,
})

const directions: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest place in the direction of an arrow key: what lies aside counts three times as far. */
export function nextShape(shapes: readonly Shape[], from: number, key: string): number | undefined {
  const [dx, dy] = directions[key] ?? [0, 0]
  const here = shapes.find(({ code }) => code === from)
  if (!here || (dx === 0 && dy === 0)) return undefined
  const ahead = shapes.flatMap(({ code, x, y }) => {
    const forward = (x - here.x) * dx + (y - here.y) * dy
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx)
    return forward > 1 ? [{ code, far: forward + 3 * aside }] : []
  })
  return ahead.toSorted((a, b) => a.far - b.far || a.code - b.code)[0]?.code
}
