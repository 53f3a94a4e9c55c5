import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { itemCodesQuery, itemLinesQuery } from '@/entities/catalog-item/api/list-words.ts'
import { itemSets, itemStateLabels, type ItemSet } from '@/entities/catalog-item/model/catalog-item.ts'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { conditionsOf, publishedSorts, type PublishedFilter } from '../../model/published-filter.ts'

interface PublishedFiltersProps {
  filter: PublishedFilter
  onChange: (patch: Partial<PublishedFilter>) => void
}

export function PublishedFilters({ filter, onChange }: PublishedFiltersProps) {
  const isWide = useMediaQuery('(min-width: 40rem)')
  const [draft, setDraft] = useState({ text: filter.q, from: filter.q })
  // Follows the address when it changes from elsewhere: the back button, 清除条件.
  if (draft.from !== filter.q) setDraft({ text: filter.q, from: filter.q })
  const set = conditionsOf(filter)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    onChange({ q: draft.text.trim() })
  }
  return (
    <form role="search" className="sheet catalog-search no-print" aria-label="查找监管事项" onSubmit={handleSubmit}>
      <div className="catalog-words">
        <label className="field-label" htmlFor="catalog-q">
          事项名称、监管对象或编码
        </label>
        <div className="catalog-words-row">
          <input
            id="catalog-q"
            className="input"
            type="search"
            maxLength={100}
            placeholder="例如 食品 销售"
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
          <button type="submit" className="btn btn-primary">
            查找
          </button>
        </div>
      </div>
      {isWide ? (
        <Conditions filter={filter} onChange={onChange} />
      ) : (
        <details open={set > 0 ? true : undefined}>
          <summary>{set > 0 ? `筛选和排序（已设 ${set} 项）` : '筛选和排序'}</summary>
          <Conditions filter={filter} onChange={onChange} />
        </details>
      )}
    </form>
  )
}

function Conditions({ filter, onChange }: PublishedFiltersProps) {
  const lines = useQuery(itemLinesQuery)
  const codes = useQuery(itemCodesQuery)
  const ofSet = (set: ItemSet) =>
    (codes.data ?? []).flatMap(({ set_key, code, label }) => (set_key === itemSets[set] ? [{ value: code, label }] : []))
  const states = Object.entries(itemStateLabels).map(([value, label]) => ({ value, label }))
  return (
    <div className="catalog-conditions">
      <Condition label="监管部门" value={filter.line} onChange={(line) => onChange({ line })} options={(lines.data ?? []).map(toOption)} />
      <Condition label="监管对象" value={filter.object} onChange={(object) => onChange({ object })} options={ofSet('object')} />
      <Condition label="监管方式" value={filter.method} onChange={(method) => onChange({ method })} options={ofSet('method')} />
      <Condition label="监管层级" value={filter.level} onChange={(level) => onChange({ level })} options={ofSet('level')} />
      <Condition
        label="状态"
        value={filter.state}
        all="在用和已暂停"
        onChange={(state) => onChange({ state: state as PublishedFilter['state'] })}
        options={states}
      />
      <Condition
        label="排序"
        value={filter.sort}
        all={publishedSorts['']}
        onChange={(sort) => onChange({ sort: sort as PublishedFilter['sort'] })}
        options={Object.entries(publishedSorts).flatMap(([value, label]) => (value ? [{ value, label }] : []))}
      />
    </div>
  )
}

const toOption = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })

interface ConditionProps {
  label: string
  value: string
  all?: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

function Condition({ label, value, all = '全部', options, onChange }: ConditionProps) {
  return (
    <label className="catalog-condition">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}
