import { assign } from './assign.ts'
import type { Place } from './centres.ts'

export interface Cell {
  code: number
  /** Place in a grid of hexagons with a point on top: odd rows stand half a cell further right. */
  column: number
  row: number
}

interface Point {
  x: number
  y: number
}

const rowStep = Math.sqrt(3) / 2
export const cellCentre = ({ column, row }: Omit<Cell, 'code'>): Point => ({ x: column + (row % 2 === 0 ? 0 : 0.5), y: row * rowStep })

/** On the ground: a degree of longitude is shorter the further north. */
function project(places: readonly Place[]): Point[] {
  const middle = places.reduce((sum, { lat }) => sum + lat, 0) / places.length
  const width = Math.cos((middle * Math.PI) / 180)
  return places.map(({ lon, lat }) => ({ x: lon * width, y: -lat }))
}

/** The unit of length in which neighbours are one cell apart. */
function spacing(points: readonly Point[]): number {
  const nearest = points.map((a) => Math.min(...points.filter((b) => b !== a).map((b) => Math.hypot(a.x - b.x, a.y - b.y))))
  return nearest.reduce((sum, distance) => sum + distance, 0) / nearest.length || 1
}

const neighbours = ({ column, row }: Cell) => {
  const shift = row % 2 === 0 ? -1 : 0
  return [
    [column - 1, row],
    [column + 1, row],
    [column + shift, row - 1],
    [column + shift + 1, row - 1],
    [column + shift, row + 1],
    [column + shift + 1, row + 1],
  ].map(([x = 0, y = 0]) => `${x} ${y}`)
}

/** One piece, so that no cell lies at sea. */
export function isConnected(cells: readonly Cell[]): boolean {
  const [first] = cells
  if (!first) return true
  const open = new Map(cells.map((cell) => [`${cell.column} ${cell.row}`, cell]))
  const queue = [first]
  open.delete(`${first.column} ${first.row}`)
  for (let cell = queue.pop(); cell; cell = queue.pop())
    for (const key of neighbours(cell)) {
      const next = open.get(key)
      if (next) queue.push(next)
      open.delete(key)
    }
  return open.size === 0
}

function place(codes: readonly number[], points: readonly Point[], scale: number): Cell[] {
  const left = Math.min(...points.map(({ x }) => x))
  const top = Math.min(...points.map(({ y }) => y))
  const scaled = points.map(({ x, y }) => ({ x: (x - left) / scale, y: (y - top) / scale }))
  // A margin of free cells lets what is crowded at an edge give way outwards.
  const margin = Math.ceil(Math.sqrt(codes.length) / 2) + 1
  const columns = Math.ceil(Math.max(...scaled.map(({ x }) => x))) + 1 + 2 * margin
  const rows = Math.ceil(Math.max(...scaled.map(({ y }) => y)) / rowStep) + 1 + 2 * margin
  const evenMargin = margin + (margin % 2)
  const free = Array.from({ length: (rows + 1) * columns }, (_, index) => ({
    column: (index % columns) - margin,
    row: Math.floor(index / columns) - evenMargin,
  }))
  const spots = free.map(cellCentre)
  const costs = scaled.map((point) => spots.map((spot) => (point.x - spot.x) ** 2 + (point.y - spot.y) ** 2))
  return assign(costs).map((spot, index) => ({ code: codes[index] ?? 0, column: free[spot]?.column ?? 0, row: free[spot]?.row ?? 0 }))
}

/** From the corner on, and on an even row first, so that what stood half a cell further right still does. */
function toCorner(cells: readonly Cell[]): Cell[] {
  const column = Math.min(...cells.map((cell) => cell.column))
  const top = Math.min(...cells.map((cell) => cell.row))
  const row = top - (Math.abs(top) % 2)
  return cells.map((cell) => ({ code: cell.code, column: cell.column - column, row: cell.row - row }))
}

/** No hole in a row: what looks like a lake or a neighbour's land is neither. */
function isSolid(cells: readonly Cell[]): boolean {
  return [...new Set(cells.map(({ row }) => row))].every((row) => {
    const columns = cells.filter((cell) => cell.row === row).map(({ column }) => column)
    return Math.max(...columns) - Math.min(...columns) === columns.length - 1
  })
}

const tighter = 1.12

/**
 * A cell for each place, no two on one, as near as can be to where it lies: the whole is moved as little as possible. Drawn
 * closer together until it is in one piece, and a little more where that closes its holes. The same places give the same
 * map, in whatever order they come.
 */
export function layoutCells(places: readonly (Place & { code: number })[]): Cell[] {
  if (places.length === 0) return []
  const sorted = places.toSorted((a, b) => a.code - b.code)
  const codes = sorted.map(({ code }) => code)
  const points = project(sorted)
  let scale = spacing(points)
  let cells = place(codes, points, scale)
  for (let tries = 0; tries < 14 && !isConnected(cells); tries += 1) {
    scale *= tighter
    cells = place(codes, points, scale)
  }
  for (let more = scale; more <= scale * 1.45; more *= tighter) {
    const closer = place(codes, points, more)
    if (isConnected(closer) && isSolid(closer)) return toCorner(closer)
  }
  return toCorner(cells)
}

/** Where no centre is known: side by side in the order of their codes, which says nothing of where they lie. */
export function layoutRows(codes: readonly number[], columns: number): Cell[] {
  return codes.toSorted((a, b) => a - b).map((code, index) => ({ code, column: index % columns, row: Math.floor(index / columns) }))
}
