import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { SearchSelect, type SearchSelectProps } from '@/shared/ui/search-select.tsx'
import { targetsQuery } from '../api/find-targets.ts'

/** The receiving body of a hand-over; those of the own region stand first, without typing. */
export function TargetSelect(props: SearchSelectProps) {
  const [text, setText] = useState('')
  const query = useQuery(targetsQuery(useDeferredValue(text.trim())))
  return (
    <SearchSelect
      {...props}
      query={query}
      onSearch={setText}
      placeholder="输入单位名称的一部分"
      empty="本行政区划内没有符合的单位；需要上级或其他地区办理的，请退回协调机构"
    />
  )
}
