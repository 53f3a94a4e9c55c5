import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { SearchSelect, type SearchSelectProps } from '@/shared/ui/search-select.tsx'
import { orgQuery, orgSearchQuery } from '../api/list-orgs.ts'

/** Type part of a name, e.g. 瑶海区市场. */
export function OrgSelect(props: SearchSelectProps) {
  const [text, setText] = useState('')
  const query = useQuery(orgSearchQuery(useDeferredValue(text.trim())))
  const chosen = useQuery(orgQuery(props.value))
  return <SearchSelect {...props} query={query} chosen={chosen.data} onSearch={setText} placeholder="输入单位名称的一部分" empty="没有符合的单位" />
}
