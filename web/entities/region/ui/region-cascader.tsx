import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Cascader } from 'antd'
import { useState } from 'react'
import { childRegionsQuery, regionQuery } from '../api/list-regions.ts'
import type { Region } from '../model/region.ts'

interface Option {
  value: number
  label: string
  isLeaf: boolean
  children?: Option[]
}

interface RegionCascaderProps {
  root: number
  id?: string
  value?: number
  onChange?: (code: number | undefined) => void
  label?: string
}

const toOption = ({ code, name, tier }: Region): Option => ({ value: code, label: name, isLeaf: tier >= 5 })

/** Any tier may be chosen; children load when a branch is opened. */
export function RegionCascader({ root, id, value, onChange, label = '地区' }: RegionCascaderProps) {
  const client = useQueryClient()
  const top = useQuery(childRegionsQuery(root))
  const chosen = useQuery(regionQuery(value))
  const [children, setChildren] = useState<Record<number, Option[]>>({})
  const withChildren = (option: Option): Option => {
    const below = children[option.value]
    return below ? { ...option, children: below.map(withChildren) } : option
  }
  const load = async (path: readonly Option[]) => {
    const last = path.at(-1)
    if (!last) return
    const rows = await client.ensureQueryData(childRegionsQuery(last.value))
    setChildren((known) => ({ ...known, [last.value]: rows.map(toOption) }))
  }
  return (
    <Cascader<Option>
      {...(id ? { id } : {})}
      aria-label={label}
      className="filter-input"
      changeOnSelect
      allowClear
      placeholder="全部地区"
      loading={top.isPending}
      options={(top.data ?? []).map(toOption).map(withChildren)}
      loadData={(path) => void load(path)}
      value={value === undefined ? [] : [value]}
      displayRender={() => chosen.data?.name ?? (value === undefined ? '' : String(value))}
      onChange={(path) => onChange?.(path?.at(-1) === undefined ? undefined : Number(path.at(-1)))}
    />
  )
}
