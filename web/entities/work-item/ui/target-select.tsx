import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { SearchSelect, type SearchSelectProps } from '@/shared/ui/search-select.tsx'
import { targetsQuery } from '../api/find-targets.ts'
import type { ControlProps } from '../model/field-controls.ts'

interface Move {
  itemId: string
  action: string
}

const placeholder = '输入单位名称的一部分'

function useTargets({ itemId, action }: Move) {
  const [text, setText] = useState('')
  const query = useQuery(targetsQuery(itemId, action, useDeferredValue(text.trim())))
  return { query, setText }
}

/** The receiving body of a hand-over; those of the own region stand first, without typing. */
export function TargetSelect({ itemId, action, ...rest }: SearchSelectProps & Move) {
  const { query, setText } = useTargets({ itemId, action })
  return (
    <SearchSelect
      {...rest}
      query={query}
      onSearch={setText}
      placeholder={placeholder}
      empty="可交办的范围内没有符合的单位；需要上级或其他地区办理的，请退回协调机构"
    />
  )
}

/** Several receivers; what was chosen stays named while one searches for the next. */
export function TargetsSelect({ itemId, action, id, value, onChange }: ControlProps<string[]> & Move) {
  const { query, setText } = useTargets({ itemId, action })
  const [names, setNames] = useState<Record<string, string>>({})
  const found = query.data ?? []
  const chosen = (value ?? []).filter((one) => !found.some((row) => row.id === one)).map((one) => ({ id: one, name: names[one] ?? one }))
  return (
    <Select<string[]>
      {...(id ? { id } : {})}
      mode="multiple"
      value={value ?? []}
      onChange={(next) => {
        setNames({ ...names, ...Object.fromEntries(found.map((row) => [row.id, row.name])) })
        onChange?.(next)
      }}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={placeholder}
      loading={query.isFetching}
      notFoundContent={query.isError ? '加载失败，请稍后重试' : query.isPending ? '正在加载' : '没有符合的单位'}
      options={[...chosen, ...found].map((row) => ({ value: row.id, label: row.name }))}
    />
  )
}
