import { Checkbox, Segmented } from 'antd'
import { LineSelect } from '@/entities/org/ui/line-select.tsx'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { Filter } from '@/shared/ui/filter-bar.tsx'
import { optionsOf } from '@/shared/ui/filter-select.tsx'
import { scopeLabels, scopeOf, type Scope, type ScopeState, type Viewer } from '../model/scope.ts'

interface ScopeFilterProps {
  filter: ScopeState
  viewer: Viewer
  /** The tree beside the list chooses the place. */
  hasTree: boolean
  onChange: (patch: Partial<ScopeState>) => void
}

/** Whose work: the own body, or a place with all below it (or without), and a line. */
export function ScopeFilter({ filter, viewer, hasTree, onChange }: ScopeFilterProps) {
  const scope = scopeOf(filter, viewer)
  return (
    <>
      <Segmented<Scope>
        aria-label="范围"
        value={scope}
        options={optionsOf(scopeLabels)}
        onChange={(next) => onChange(next === 'own' ? { scope: 'own', region: undefined, exact: undefined, line: undefined } : { scope: 'all' })}
      />
      {scope === 'all' && (
        <>
          {!hasTree && (
            <Filter label="地区">
              <RegionCascader
                root={viewer.regionCode}
                onChange={(region) => onChange({ region, exact: undefined })}
                {...(filter.region ? { value: filter.region } : {})}
              />
            </Filter>
          )}
          {filter.region !== undefined && (
            <Checkbox checked={filter.exact === true} onChange={(event) => onChange({ exact: event.target.checked || undefined })}>
              仅本级
            </Checkbox>
          )}
          <Filter label="条线">
            <LineSelect value={filter.line} onChange={(line) => onChange({ line })} />
          </Filter>
        </>
      )}
    </>
  )
}
