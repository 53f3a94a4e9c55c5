import { describe, expect, it } from 'vitest'
import { checkMap } from './check-map.ts'
import { maxMapBytes } from './contract/map-outline.ts'
import { FunctionError } from './errors.ts'

const places = [
  { code: 340102000, name: '瑶海区' },
  { code: 340103000, name: '庐阳区' },
]
const square = [
  [117.123456, 31.5],
  [117.3, 31.5],
  [117.3, 31.7],
  [117.123456, 31.5],
]
const feature = (adcode: unknown, geometry: object = { type: 'Polygon', coordinates: [square] }) => ({
  type: 'Feature',
  properties: { adcode, name: '<b>' },
  geometry,
})
const file = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

function refusal(text: string): string {
  try {
    checkMap(text, places)
  } catch (error) {
    if (error instanceof FunctionError) return `${error.field} ${error.message}`
    throw error
  }
  return 'taken'
}

describe('a map file', () => {
  it('is thinned to codes and outlines, by six or nine digits, in order', () => {
    const outline = checkMap(file(feature('340103000', { type: 'MultiPolygon', coordinates: [[square], [square]] }), feature(340102)), places)
    expect(outline.places.map(({ code, polygons }) => [code, polygons.length])).toEqual([
      [340102000, 1],
      [340103000, 2],
    ])
    expect(outline.places[0]?.polygons[0]?.[0]?.[0]).toEqual([117.1235, 31.5])
    expect(JSON.stringify(outline)).not.toContain('<b>')
  })
  it.each([
    ['no JSON', 'x', '不是有效的 JSON'],
    ['another kind of JSON', '{"type":"Topology"}', 'FeatureCollection'],
    [
      'a feature without its code',
      file({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square] } }),
      'properties.adcode',
    ],
    ['a line', file(feature(340102, { type: 'LineString', coordinates: square })), 'geometry.type'],
    ['nothing', file(), '没有任何地区'],
    ['a place elsewhere', file(feature(420100)), '420100 不是所选区划的下级地区'],
    ['a place twice', file(feature(340102), feature('340102000')), '“瑶海区”在文件中出现了两次'],
    ['metres', file(feature(340102, { type: 'Polygon', coordinates: [square.map(() => [512_000, 3_512_000])] })), '经纬度'],
    ['text for a number', file(feature(340102, { type: 'Polygon', coordinates: [square.map(() => ['117', '31'])] })), '经纬度'],
    ['an open outline', file(feature(340102, { type: 'Polygon', coordinates: [square.slice(0, 3)] })), '没有闭合'],
    ['a shape without outline', file(feature(340102, { type: 'Polygon', coordinates: [] })), '没有界线'],
    ['too much', ' '.repeat(maxMapBytes + 1), '超过 4 MB'],
  ])('of %s is refused, with the field and what to do', (_, text, words) => {
    expect(refusal(text)).toMatch(/^file /)
    expect(refusal(text)).toContain(words)
  })
  it('with more points than a screen shows is refused', () => {
    const long = [...Array.from({ length: 130_000 }, () => [117, 31]), [117, 31]]
    expect(refusal(file(feature(340102, { type: 'Polygon', coordinates: [long] })))).toContain('12 万个')
  })
})
