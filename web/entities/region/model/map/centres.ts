import { regionRange } from '../region-range.ts'
import table from '../../data/region-centres.csv?raw'

export interface Place {
  lon: number
  lat: number
}

/** `code,name,lon,lat` with a heading; counties only. */
export function parseCentres(text: string): ReadonlyMap<number, Place> {
  const rows = text.trim().split(/\r?\n/).slice(1)
  return new Map(
    rows.map((row) => {
      const [code, , lon, lat] = row.split(',')
      return [Number(code), { lon: Number(lon), lat: Number(lat) }]
    }),
  )
}

const counties = parseCentres(table)

/** Of a county its own centre, of what is above it the middle of its counties; of a town nothing is known. */
export function centreOf(code: number, known: ReadonlyMap<number, Place> = counties): Place | undefined {
  const own = known.get(code)
  if (own) return own
  const { from, to } = regionRange(code)
  if (from === to) return undefined
  const inside = [...known].filter(([county]) => county >= from && county <= to).map(([, place]) => place)
  if (inside.length === 0) return undefined
  const mean = (pick: (place: Place) => number) => inside.reduce((sum, place) => sum + pick(place), 0) / inside.length
  return { lon: mean((place) => place.lon), lat: mean((place) => place.lat) }
}
