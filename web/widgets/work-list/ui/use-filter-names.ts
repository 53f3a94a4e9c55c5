import { useQuery } from '@tanstack/react-query'
import { linesQuery, orgQuery } from '@/entities/org/api/list-orgs.ts'
import { regionQuery } from '@/entities/region/api/list-regions.ts'

interface Coded {
  region?: number | undefined
  line?: string | undefined
  org?: string | undefined
}

/** Names of the places, lines and bodies that a filter holds as codes. */
export function useFilterNames({ region, line, org }: Coded) {
  const place = useQuery(regionQuery(region))
  const body = useQuery(orgQuery(org))
  const lines = useQuery({ ...linesQuery, enabled: line !== undefined })
  return {
    region: place.data?.full_name,
    org: body.data?.name,
    line: line === 'none' ? '未定条线' : lines.data?.find((one) => one.code === line)?.name,
  }
}
