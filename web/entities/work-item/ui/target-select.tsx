import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { targetsQuery } from '../api/find-targets.ts'
import type { ControlProps } from '../model/field-controls.ts'

/** The receiving body of a hand-over; those of the own region stand first, without typing. */
export function TargetSelect({ id, value, onChange }: ControlProps<string>) {
  const [text, setText] = useState('')
  const query = useQuery(targetsQuery(useDeferredValue(text.trim())))
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
      notFoundContent={
        query.isError
          ? '单位加载失败，请稍后重试'
          : query.isPending
            ? '正在加载'
            : '本行政区划内没有符合的单位；需要上级或其他地区办理的，请退回协调机构'
      }
      options={query.data?.map((row) => ({ value: row.id, label: row.name })) ?? []}
    />
  )
}
