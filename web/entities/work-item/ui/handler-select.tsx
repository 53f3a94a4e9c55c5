import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { handlersQuery } from '../api/find-handlers.ts'
import type { ControlProps } from '../model/field-controls.ts'

/** Who may be named 承办人, with what each has on the desk already; the freest first. */
export function HandlerSelect({ itemId, id, value, onChange }: ControlProps<string> & { itemId: string }) {
  const query = useQuery(handlersQuery(itemId))
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择承办人"
      loading={query.isPending}
      status={query.isError ? 'error' : ''}
      notFoundContent={query.isError ? '人员加载失败，请关闭后重试' : query.isPending ? '正在加载' : '本单位没有可承办的人员'}
      options={
        query.data?.map(({ id: officerId, name, title, open_count: open }) => ({
          value: officerId,
          label: `${name}${title ? `（${title}）` : ''}，在办 ${open} 件`,
        })) ?? []
      }
    />
  )
}
