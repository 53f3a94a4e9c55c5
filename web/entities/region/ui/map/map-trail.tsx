import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { regionQuery } from '../../api/list-regions.ts'
import { placesAbove } from '../../model/map/places-above.ts'
import './region-map.css'

interface MapTrailProps {
  region: number
  /** The viewer's own place: what is above it is not theirs to count. */
  root: number
  linkTo: (region: number) => string
}

/** The way back: from the own place down to what is looked at. */
export function MapTrail({ region, root, linkTo }: MapTrailProps) {
  const codes = placesAbove(region, root)
  const names = useQueries({ queries: codes.map((code) => regionQuery(code)) })
  return (
    <nav aria-label="地图所在地区">
      <ol className="map-trail">
        {codes.map((code, index) => {
          const name = names[index]?.data?.name ?? String(code)
          return <li key={code}>{code === region ? <span aria-current="location">{name}</span> : <Link to={linkTo(code)}>{name}</Link>}</li>
        })}
      </ol>
    </nav>
  )
}
