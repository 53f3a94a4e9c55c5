import { Select } from 'antd'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import type { CodeSet } from '../model/code-entry.ts'

interface CodeSetsProps {
  sets: readonly CodeSet[]
  value: string
  onChange: (set: string) => void
}

/** The dictionaries: a list beside the entries, a choice above them where there is no room. */
export function CodeSets({ sets, value, onChange }: CodeSetsProps) {
  const isNarrow = useMediaQuery('(max-width: 899px)')
  if (isNarrow)
    return (
      <Select
        className="code-set-select"
        aria-label="字典"
        value={value}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onChange}
        options={sets.map(({ set_key, label }) => ({ value: set_key, label }))}
      />
    )
  return (
    <nav className="code-sets" aria-label="字典">
      {sets.map(({ set_key, label, codes }) => (
        <button key={set_key} type="button" aria-current={set_key === value} onClick={() => onChange(set_key)}>
          <span>{label}</span>
          <small>{codes} 项</small>
        </button>
      ))}
    </nav>
  )
}
