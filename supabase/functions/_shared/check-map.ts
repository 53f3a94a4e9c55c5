/** A GeoJSON file of an operator's map: refused with what to mend, or thinned to codes and outlines and nothing else. */
import { z } from 'zod'
import { maxMapBytes, type MapOutline } from './contract/map-outline.ts'
import { FunctionError } from './errors.ts'

const polygon = z.array(z.array(z.array(z.unknown()).min(2)))
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ adcode: z.union([z.number(), z.string()]) }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
})

/** Points of all outlines together: more would make every reader wait. */
const maxPoints = 120_000
/** About ten metres: finer than any screen shows. */
const decimals = 10_000

const refuse = (message: string): never => {
  throw new FunctionError(422, 'map.invalid', message, { field: 'file' })
}

/** Six digits as the standard has them, or nine as the platform does. */
function codeOf(adcode: number | string): number {
  const text = String(adcode).trim()
  return /^\d{6}$/.test(text) ? Number(text) * 1000 : /^\d{9}$/.test(text) ? Number(text) : 0
}

function parseFile(text: string): z.infer<typeof collection> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('文件不是有效的 JSON，请选择 GeoJSON 格式的地图文件')
  }
  const read = collection.safeParse(value)
  if (read.success) return read.data
  const at = read.error.issues[0]?.path.join('.')
  return refuse(`文件不是所需的 GeoJSON（${at || '最外层'}）：应为 FeatureCollection，每个地区一个面，properties.adcode 是区划代码`)
}

function point(raw: readonly unknown[], name: string): [number, number] {
  const [lon, lat] = raw
  if (typeof lon !== 'number' || typeof lat !== 'number' || !(lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54))
    return refuse(`“${name}”的坐标不是我国境内的经纬度，请换成以度为单位的经纬度坐标`)
  return [Math.round(lon * decimals) / decimals, Math.round(lat * decimals) / decimals]
}

function ring(raw: readonly (readonly unknown[])[], name: string): [number, number][] {
  const points = raw.map((one) => point(one, name))
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return refuse(`“${name}”的界线没有闭合，请检查后重新导出`)
  return points
}

export function checkMap(text: string, places: readonly { code: number; name: string }[]): MapOutline {
  if (text.length > maxMapBytes) return refuse(`地图文件超过 ${maxMapBytes / 1_048_576} MB，请简化界线后再上传`)
  const { features } = parseFile(text)
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const found = new Map<number, MapOutline['places'][number]>()
  for (const { properties, geometry } of features) {
    const code = codeOf(properties.adcode)
    const name = names.get(code)
    if (name === undefined) return refuse(`区划代码 ${String(properties.adcode).slice(0, 20)} 不是所选区划的下级地区，请核对区划或文件`)
    if (found.has(code)) return refuse(`“${name}”在文件中出现了两次，请合并为一个面`)
    const raw = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    if (raw.length === 0 || raw.some((one) => one.length === 0)) return refuse(`“${name}”没有界线，请检查后重新导出`)
    found.set(code, { code, polygons: raw.map((rings) => rings.map((one) => ring(one, name))) })
  }
  if (found.size === 0) return refuse('文件中没有任何地区')
  const points = [...found.values()].flatMap((place) => place.polygons.flat()).reduce((sum, one) => sum + one.length, 0)
  if (points > maxPoints) return refuse(`界线的点超过 ${maxPoints / 10_000} 万个，请简化后再上传`)
  return { places: [...found.values()].toSorted((a, b) => a.code - b.code) }
}
