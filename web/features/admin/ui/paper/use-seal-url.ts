import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { sealPictureQuery } from '../../api/paper-seals.ts'

/** An address of the picture for as long as it is shown; undefined while it loads, and where there is none. */
export function useSealUrl(path: string): string | undefined {
  const { data } = useQuery(sealPictureQuery(path))
  const url = useMemo(() => (data ? URL.createObjectURL(data) : undefined), [data])
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url])
  return url
}
