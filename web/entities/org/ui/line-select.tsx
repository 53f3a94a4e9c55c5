import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { linesQuery } from '../api/list-orgs.ts'

interface LineSelectProps {
  value: string | undefined
  onChange: (line: string | undefined) => void
}

export function LineSelect({ value, onChange }: LineSelectProps) {
  const query = useQuery(linesQuery)
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label="条线"
      className="filter-input"
      placeholder="全部条线"
      value={value ?? null}
      onChange={(line) => onChange(line ?? undefined)}
      loading={query.isPending}
      options={query.data?.map(({ code, name }) => ({ value: code, label: name })) ?? []}
    />
  )
}
