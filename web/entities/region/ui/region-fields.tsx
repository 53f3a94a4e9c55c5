import { useQuery } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { childRegionsQuery } from '../api/list-regions.ts'
import { tierNames } from '../model/region.ts'

interface RegionFieldsProps {
  id: string
  root: number
  /** Chosen codes from the tier below the root downwards. */
  path: readonly number[]
  onPath: (path: number[]) => void
  describedBy?: string | undefined
  isInvalid?: boolean
}

/** Native selects 市 → 县 → 乡, each loaded when its parent is known; works with any keyboard or reader. */
export function RegionFields({ id, root, path, onPath, describedBy, isInvalid = false }: RegionFieldsProps) {
  const parents = [root, ...path]
  return (
    <div className="field-row">
      {parents.map((parent, depth) => (
        <RegionSelect
          key={parent}
          id={depth === 0 ? id : `${id}-${depth}`}
          parent={parent}
          value={path[depth]}
          describedBy={describedBy}
          isInvalid={isInvalid && path[depth] === undefined}
          onPick={(code) => onPath(code === undefined ? path.slice(0, depth) : [...path.slice(0, depth), code])}
        />
      ))}
    </div>
  )
}

interface RegionSelectProps {
  id: string
  parent: number
  value: number | undefined
  describedBy: string | undefined
  isInvalid: boolean
  onPick: (code: number | undefined) => void
}

function RegionSelect({ id, parent, value, describedBy, isInvalid, onPick }: RegionSelectProps) {
  const query = useQuery(childRegionsQuery(parent))
  if (query.isError) {
    return (
      <p className="field-error" role="alert">
        {toAppError(query.error).message}
        <button type="button" className="btn btn-plain" onClick={() => void query.refetch()}>
          重新加载
        </button>
      </p>
    )
  }
  const rows = query.data ?? []
  if (query.isSuccess && rows.length === 0) return <></>
  const label = tierNames[rows[0]?.tier ?? 0] ?? '行政区划'
  return (
    <div>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        aria-busy={query.isPending}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        value={value ?? ''}
        onChange={(event) => onPick(event.target.value === '' ? undefined : Number(event.target.value))}
      >
        <option value="">{query.isPending ? '正在加载…' : `请选择${label}`}</option>
        {rows.map((row) => (
          <option key={row.code} value={row.code}>
            {row.name}
          </option>
        ))}
      </select>
    </div>
  )
}
