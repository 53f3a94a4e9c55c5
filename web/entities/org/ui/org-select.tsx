import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { orgQuery, orgSearchQuery } from '../api/list-orgs.ts'

interface OrgSelectProps {
  id?: string
  value?: string
  onChange?: (value: string | undefined) => void
}

/** Type part of a name, e.g. 瑶海区市场. */
export function OrgSelect({ id, value, onChange }: OrgSelectProps) {
  const [text, setText] = useState('')
  const query = useQuery(orgSearchQuery(useDeferredValue(text.trim())))
  const chosen = useQuery(orgQuery(value))
  const found = query.data ?? []
  const rows = chosen.data && !found.some((row) => row.id === value) ? [chosen.data, ...found] : found
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      allowClear
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="输入单位名称的一部分"
      loading={query.isFetching}
      notFoundContent={query.isError ? '单位加载失败，请稍后重试' : '没有符合的单位'}
      options={rows.map((row) => ({ value: row.id, label: row.name }))}
    />
  )
}
