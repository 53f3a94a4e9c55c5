import { Checkbox, Select } from 'antd'
import { Filter } from './filter-bar.tsx'

interface FilterSelectProps<Value extends string> {
  label: string
  value: Value | undefined
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value | undefined) => void
}

/** One of a few, or all of them. */
export function FilterSelect<Value extends string>({ label, value, options, onChange }: FilterSelectProps<Value>) {
  return (
    <Filter label={label}>
      <Select
        allowClear
        className="filter-input"
        aria-label={label}
        placeholder="全部"
        value={value ?? null}
        onChange={(next) => onChange(next ?? undefined)}
        options={[...options]}
      />
    </Filter>
  )
}

interface FilterFlagProps {
  label: string
  title?: string
  value: true | undefined
  onChange: (value: true | undefined) => void
}

export function FilterFlag({ label, title, value, onChange }: FilterFlagProps) {
  return (
    <Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked || undefined)}>
      <span title={title}>{label}</span>
    </Checkbox>
  )
}

/** Keys with their words, in the order they were written down. */
export const optionsOf = <Key extends string>(labels: Readonly<Record<Key, string>>) =>
  (Object.keys(labels) as Key[]).map((value) => ({ value, label: labels[value] }))
