import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useSettled } from '@/shared/hooks/use-settled.ts'
import { foundSubjectsQuery } from '../api/find-subjects.ts'
import { subjectHint } from '../model/subject.ts'
import './subject.css'

interface SubjectSelectProps {
  id?: string
  label: string
  /** What is looked for before anybody types. */
  initial: string
  value?: string | undefined
  onChange: (id: string | undefined) => void
}

/** One of the registered businesses, found by name, code or address. */
export function SubjectSelect({ id, label, initial, value, onChange }: SubjectSelectProps) {
  const [text, setText] = useState(initial)
  const asked = useSettled(text.trim(), 250)
  const query = useQuery(foundSubjectsQuery(asked))
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      aria-label={label}
      className="subject-select"
      allowClear
      onChange={(next: string | undefined) => onChange(next)}
      // Until something is typed the name that the case gives is looked for.
      showSearch={{ filterOption: false, onSearch: (next) => setText(next || initial) }}
      placeholder="名称、信用代码或地址的一部分"
      loading={query.isFetching}
      notFoundContent={query.isError ? '加载失败，请稍后重试' : query.isFetching ? '正在查找' : '没有找到，请换个写法；库中没有的不必关联'}
      optionRender={({ data }) => (
        <span className="subject-option">
          {data.label}
          <span className="muted">{data.hint}</span>
        </span>
      )}
      options={(query.data ?? []).map((row) => ({ value: row.id, label: row.name, hint: subjectHint(row) }))}
    />
  )
}
