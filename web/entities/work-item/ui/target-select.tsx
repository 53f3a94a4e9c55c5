import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { SearchSelectProps } from '@/shared/ui/search-select.tsx'
import { targetsQuery } from '../api/find-targets.ts'
import type { ControlProps, Proposal } from '../model/field-controls.ts'
import { groupTargets } from '../model/target.ts'

interface Move {
  itemId: string
  action: string
}

const placeholder = '输入单位名称的一部分'
const none = () => []

function useTargets({ itemId, action }: Move) {
  const [text, setText] = useState('')
  const query = useQuery(targetsQuery(itemId, action, useDeferredValue(text.trim())))
  return { query, setText }
}

/** The receiving body of a hand-over; those that it most likely is stand first, each with the reason. */
export function TargetSelect({
  itemId,
  action,
  id,
  value,
  onChange,
  useProposals = none,
}: SearchSelectProps & Move & { useProposals?: () => readonly Proposal[] }) {
  const { query, setText } = useTargets({ itemId, action })
  const [chosen, setChosen] = useState<{ id: string; name: string }>()
  const found = query.data ?? []
  const groups = groupTargets(found, useProposals())
  const isFound = found.some((row) => row.id === value)
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      allowClear
      onChange={(next: string | undefined) => {
        setChosen(found.find((row) => row.id === next))
        onChange?.(next)
      }}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={placeholder}
      loading={query.isFetching}
      notFoundContent={
        query.isError
          ? '加载失败，请稍后重试'
          : query.isPending
            ? '正在加载'
            : '可交办的范围内没有符合的单位；需要上级或其他地区办理的，请退回协调机构'
      }
      optionRender={({ data }) => (
        <span className="target">
          {data.title} {data.reason && <span className="muted">{data.reason}</span>}
        </span>
      )}
      options={[
        ...(value && !isFound && chosen?.id === value ? [optionOf({ ...chosen, reason: '' })] : []),
        ...groups.map(({ label, rows }) => ({ label, title: label, reason: '', options: rows.map(optionOf) })),
      ]}
    />
  )
}

const optionOf = (row: { id: string; name: string; reason: string }) => ({ value: row.id, label: row.name, title: row.name, reason: row.reason })

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
