import type { UseQueryResult } from '@tanstack/react-query'
import { Select } from 'antd'

export interface SearchSelectProps {
  id?: string
  value?: string
  onChange?: (value: string | undefined) => void
}

interface SearchedProps extends SearchSelectProps {
  query: UseQueryResult<readonly { id: string; name: string }[]>
  /** A chosen row that the present search does not find. */
  chosen?: { id: string; name: string } | null | undefined
  onSearch: (text: string) => void
  placeholder: string
  empty: string
}

/** One of thousands, found by the server from a part of its name. */
export function SearchSelect({ id, value, onChange, query, chosen, onSearch, placeholder, empty }: SearchedProps) {
  const found = query.data ?? []
  const rows = chosen && !found.some((row) => row.id === value) ? [chosen, ...found] : found
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      allowClear
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch }}
      placeholder={placeholder}
      loading={query.isFetching}
      notFoundContent={query.isError ? '加载失败，请稍后重试' : query.isPending ? '正在加载' : empty}
      options={rows.map((row) => ({ value: row.id, label: row.name }))}
    />
  )
}
