import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { codesQuery } from '../api/list-codes.ts'

interface CodeSelectProps {
  codeSet: string
  id?: string
  value?: string
  onChange?: (value: string | undefined) => void
}

export function CodeSelect({ codeSet, ...rest }: CodeSelectProps) {
  const query = useQuery(codesQuery(codeSet))
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder="请选择"
      loading={query.isPending}
      status={query.isError ? 'error' : ''}
      notFoundContent={query.isError ? '选项加载失败，请关闭后重试' : '没有可选项'}
      options={query.data?.map(({ code, label }) => ({ value: code, label })) ?? []}
    />
  )
}
