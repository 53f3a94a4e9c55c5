import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { allLawsQuery } from '@/entities/catalog-item/api/list-laws.ts'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { todayInShanghai } from '@/shared/format/date.ts'

type Basis = ItemBody['bases'][number]

interface ChangeBasesProps {
  id: string
  value: readonly Basis[]
  onChange: (bases: Basis[]) => void
}

/** 设定依据 as rows: a law of the register, found by its name, and the article. */
export function ChangeBases({ id, value, onChange }: ChangeBasesProps) {
  const laws = useQuery(allLawsQuery)
  const today = todayInShanghai()
  const options = (laws.data ?? []).map(({ code, title, doc_no: no, repealed_on: repealed }) => {
    const isOver = repealed !== null && repealed <= today
    return { value: code, label: `《${title}》${no}${isOver ? '（已废止）' : ''}`, disabled: isOver }
  })
  const set = (index: number, patch: Partial<Basis>) => onChange(value.map((one, i) => (i === index ? { ...one, ...patch } : one)))
  return (
    <>
      <ul className="change-bases">
        {value.map((one, index) => (
          // A row is where it stands: law and article are both being written.
          <li key={index}>
            <Select
              id={index === 0 ? id : `${id}-${index}`}
              aria-label={`依据 ${index + 1}：法律法规`}
              value={one.law_code || null}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              placeholder="输入法律法规名称的一部分"
              loading={laws.isPending}
              notFoundContent={laws.isError ? '加载失败，请稍后重试' : '库中没有，请先由协调机构在“法律法规”登记'}
              onChange={(next: string | null) => set(index, { law_code: next ?? '' })}
            />
            <Input
              aria-label={`依据 ${index + 1}：条款`}
              value={one.article}
              maxLength={60}
              placeholder="条款，如 第五十七条第一款"
              onChange={(event) => set(index, { article: event.target.value })}
            />
            <Button
              icon={<DeleteOutlined />}
              aria-label={`删除依据 ${index + 1}`}
              disabled={value.length === 1}
              onClick={() => onChange(value.filter((_, i) => i !== index))}
            />
          </li>
        ))}
      </ul>
      {value.length < 20 && (
        <Button type="link" size="small" onClick={() => onChange([...value, { law_code: '', article: '' }])}>
          再加一条依据
        </Button>
      )}
    </>
  )
}
