import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign } from './assign.ts'
import { centreOf, parseCentres, type Place } from './centres.ts'
import { nextShape, schematic } from './drawing.ts'
import { cellCentre, isConnected, layoutCells, layoutRows } from './layout.ts'
import { placesAbove } from './places-above.ts'
import { nameLines, shortName } from './short-name.ts'

const known = parseCentres(readFileSync(new URL('../../data/region-centres.csv', import.meta.url), 'utf8'))
const placesIn = (codes: readonly number[]) => codes.map((code) => ({ code, ...(centreOf(code, known) ?? { lon: 0, lat: 0 }) }))
const citiesOf = (province: number) => [
  ...new Set([...known.keys()].filter((code) => Math.floor(code / 1e7) === province).map((code) => Math.floor(code / 1e5) * 1e5)),
]
const countiesOf = (province: number) => [...known.keys()].filter((code) => Math.floor(code / 1e7) === province)
const sites: [string, number[]][] = [
  ['安徽 cities', citiesOf(34)],
  ['湖北 cities', citiesOf(42)],
  ['安徽 counties', countiesOf(34)],
  ['湖北 counties', countiesOf(42)],
  ['黄山 counties', countiesOf(34).filter((code) => Math.floor(code / 1e5) === 3410)],
]
const spot = ({ column, row }: { column: number; row: number }) => `${column} ${row}`

describe('centres', () => {
  it('of a county are its own, of a city the middle of its counties, of a town unknown', () => {
    const some = parseCentres('code,name,lon,lat\n340102000,瑶海区,117.3,31.9\n340103000,庐阳区,117.1,31.7\n')
    expect(centreOf(340102000, some)).toEqual({ lon: 117.3, lat: 31.9 })
    expect(centreOf(340100000, some)?.lon).toBeCloseTo(117.2)
    expect([centreOf(340102001, some), centreOf(420000000, some)]).toEqual([undefined, undefined])
  })
  it('are there for every county of both provinces', () => expect([countiesOf(34).length, countiesOf(42).length]).toEqual([104, 103]))
})

describe('assignment', () => {
  it('costs least in all, not for the first', () => {
    expect(
      assign([
        [1, 2],
        [1, 10],
      ]),
    ).toEqual([1, 0])
    expect(assign([[5, 1, 9, 2]])).toEqual([1])
    expect(assign([])).toEqual([])
  })
  it('is as cheap as the best of all orders', () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }), (costs) => {
        const costOf = (order: readonly number[]) => order.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? 0), 0)
        expect(costOf(assign(costs))).toBe(Math.min(...orders.map(costOf)))
      }),
    )
  })
})

describe.each(sites)('cells of %s', (_, codes) => {
  const cells = layoutCells(placesIn(codes))
  it('are one for each, no two on one spot, in one piece', () => {
    expect(cells.map(({ code }) => code)).toEqual(codes.toSorted((a, b) => a - b))
    expect(new Set(cells.map(spot)).size).toBe(codes.length)
    expect(isConnected(cells)).toBe(true)
  })
  it('are the same in whatever order the places come', () => expect(layoutCells(placesIn(codes.toReversed()))).toEqual(cells))
  it('keep west and north where they are: of two places far apart, the sides agree', () => {
    const at = new Map(cells.map((cell) => [cell.code, cellCentre(cell)]))
    const places = placesIn(codes)
    const spread = Math.max(...places.map(({ lon }) => lon)) - Math.min(...places.map(({ lon }) => lon))
    const wrong = places.flatMap((a) =>
      places.filter((b) => b.lon - a.lon > spread / 3 && (at.get(b.code)?.x ?? 0) <= (at.get(a.code)?.x ?? 0)).map((b) => `${a.code} ${b.code}`),
    )
    expect(wrong).toEqual([])
  })
  it('keep near what is near: the closest neighbour of most places is no more than two cells off', () => {
    const at = new Map(cells.map((cell) => [cell.code, cellCentre(cell)]))
    const places = placesIn(codes)
    const apart = (a: Place, b: Place) => Math.hypot((a.lon - b.lon) * 0.85, a.lat - b.lat)
    const near = places.filter((a) => {
      const [b] = places.filter((other) => other !== a).toSorted((x, y) => apart(a, x) - apart(a, y))
      const [p, q] = [at.get(a.code), at.get(b?.code ?? 0)]
      return p && q && Math.hypot(p.x - q.x, p.y - q.y) <= 2.01
    })
    expect(near.length / places.length).toBeGreaterThan(0.9)
  })
})

describe('any places at all', () => {
  it('get a spot each, also when they lie in one place', () => {
    const place = fc.record({ lon: fc.double({ min: 73, max: 135, noNaN: true }), lat: fc.double({ min: 4, max: 53, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const cells = layoutCells(places.map((one, index) => ({ code: index + 1, ...one })))
        expect(new Set(cells.map(spot)).size).toBe(places.length)
      }),
      { numRuns: 40 },
    )
    expect(layoutCells([1, 2, 3].map((code) => ({ code, lon: 118, lat: 31 })))).toHaveLength(3)
  })
  it('stand in rows by their codes where nothing is known of them', () => {
    expect(layoutRows([3, 1, 2], 2).map(({ code, column, row }) => [code, column, row])).toEqual([
      [1, 0, 0],
      [2, 1, 0],
      [3, 0, 1],
    ])
  })
})

describe('the drawing', () => {
  const centre = (code: number) => centreOf(code, known)
  it('has cells where centres are known, and names what it has no place for', () => {
    const drawing = schematic([340102000, 340103000, 340104000, 340178000], centre, false)
    expect([drawing.kind, drawing.shapes.length, drawing.missing]).toEqual(['cells', 3, [340178000]])
  })
  it('has rows where none is known, fewer to a row on a phone', () => {
    const towns = Array.from({ length: 20 }, (_, index) => 321081100 + index)
    const wide = schematic(towns, centre, false)
    expect([wide.kind, wide.shapes.length, wide.missing]).toEqual(['rows', 20, []])
    expect(schematic(towns, centre, true).width).toBe(400)
    expect(wide.width).toBe(700)
  })
  it('stays within its own size, and says so of nothing as well', () => {
    const drawing = schematic(citiesOf(34), centre, false)
    expect(drawing.shapes.every(({ x, y }) => x >= 50 && y >= 50 && x <= drawing.width - 49 && y <= drawing.height - 49)).toBe(true)
    expect(schematic([], centre, false).shapes).toEqual([])
  })
  it('is walked by arrows, straight ahead first, to its edges', () => {
    const shapes = [
      { code: 1, path: '', x: 0, y: 0 },
      { code: 2, path: '', x: 100, y: 0 },
      { code: 3, path: '', x: 50, y: 87 },
    ]
    const step = (from: number, key: string) => nextShape(shapes, from, key)
    expect([step(1, 'ArrowRight'), step(2, 'ArrowLeft'), step(1, 'ArrowDown'), step(3, 'ArrowUp')]).toEqual([2, 1, 3, 1])
    expect([step(1, 'ArrowLeft'), step(1, 'Enter'), step(9, 'ArrowUp')]).toEqual([undefined, undefined, undefined])
  })
})

describe('names', () => {
  it.each([
    ['恩施土家族苗族自治州', '恩施州'],
    ['长阳土家族自治县', '长阳县'],
    ['省直辖县级行政区划', '省直辖'],
    ['合肥市', '合肥市'],
    ['民族街道', '民族街道'],
  ])('%s is said %s', (name, said) => expect(shortName(name)).toBe(said))
  it('lose no letter to their lines', () => {
    expect(nameLines('神农架林区', 4)).toEqual(['神农架', '林区'])
    expect(nameLines('枣林湾生态园管理办公室', 4).join('')).toBe('枣林湾生态园管理办公室')
    expect(nameLines('瑶海区', 4)).toEqual(['瑶海区'])
  })
})

it.each([
  [340102001, 340000000, [340000000, 340100000, 340102000, 340102001]],
  [340100000, 340000000, [340000000, 340100000]],
  [340000000, 340000000, [340000000]],
  [321081103, 321081000, [321081000, 321081103]],
  [420100000, 340000000, [420100000]],
])('the way to %i from %i', (region, root, way) => expect(placesAbove(region, root)).toEqual(way))
