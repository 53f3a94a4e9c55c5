import { expect, it } from 'vitest'
import { drawOutline } from './outline.ts'

type Position = [number, number]
const square = (lon: number, lat: number, size: number): Position[] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
]

it('draws nothing of nothing', () =>
  expect([drawOutline({ places: [] }), drawOutline({ places: [{ code: 1, polygons: [[]] }] })]).toEqual([undefined, undefined]))

it('puts north on top and west on the left, within its own size', () => {
  const drawing = drawOutline({
    places: [
      { code: 1, polygons: [[square(117, 31, 1)]] },
      { code: 2, polygons: [[square(118, 32, 1)]] },
    ],
  })
  const [southWest, northEast] = drawing?.shapes ?? []
  expect(southWest && northEast && southWest.x < northEast.x && southWest.y > northEast.y).toBe(true)
  expect(drawing?.height).toBeCloseTo(900)
  // Two degrees of longitude at 32° north are 1.7 of latitude.
  expect(drawing?.width).toBeCloseTo(900 * Math.cos((32 * Math.PI) / 180))
  expect(southWest?.x).toBeCloseTo((drawing?.width ?? 0) / 4)
})

it('keeps holes and islands in the outline, and the words on the biggest piece', () => {
  const drawing = drawOutline({ places: [{ code: 1, polygons: [[square(117, 31, 0.1)], [square(118, 31, 1), square(118.4, 31.4, 0.2)]] }] })
  const [place] = drawing?.shapes ?? []
  expect(place?.path.match(/M/g)).toHaveLength(3)
  expect(place && place.x > (drawing?.width ?? 0) / 2).toBe(true)
})

it('has no limit of points that a call could take', () => {
  const ring = Array.from({ length: 150_000 }, (_, index): Position => [117 + Math.cos(index / 24_000), 31 + Math.sin(index / 24_000)])
  expect(drawOutline({ places: [{ code: 1, polygons: [[ring]] }] })?.shapes).toHaveLength(1)
})
