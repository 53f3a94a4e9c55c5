import { CaretRightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { childRegionsQuery } from '../api/list-regions.ts'
import { regionRange } from '../model/region-range.ts'

interface RegionTreeProps {
  root: number
  /** The place that is looked at; absent: all of the root. */
  value: number | undefined
  onPick: (code: number) => void
  /** What stands at a place besides the places below it, e.g. its bodies. */
  leaves?: (code: number) => ReactNode
}

/** Nested lists of buttons, each branch loaded when it is opened: no tree widget to learn, every step with Tab and Enter. */
export function RegionTree({ root, ...rest }: RegionTreeProps) {
  return <Branch parent={root} {...rest} />
}

function Branch({ parent, ...rest }: Omit<RegionTreeProps, 'root'> & { parent: number }) {
  const query = useQuery(childRegionsQuery(parent))
  if (query.isError)
    return (
      <p className="tree-note" role="alert">
        {toAppError(query.error).message}
        <Button type="link" size="small" onClick={() => void query.refetch()}>
          重新加载
        </Button>
      </p>
    )
  if (query.isPending) return <p className="tree-note">正在加载</p>
  return (
    <ul>
      {rest.leaves && <Leaves code={parent} leaves={rest.leaves} />}
      {query.data.map((region) => (
        <Node key={region.code} code={region.code} name={region.name} canOpen={region.tier < 5 || rest.leaves !== undefined} {...rest} />
      ))}
    </ul>
  )
}

interface NodeProps extends Omit<RegionTreeProps, 'root'> {
  code: number
  name: string
  canOpen: boolean
}

function Node({ code, name, canOpen, ...rest }: NodeProps) {
  const { value, onPick } = rest
  const [isOpen, setOpen] = useState(isWithin(value, code))
  return (
    <li>
      <div className="tree-row">
        {canOpen ? (
          <button type="button" className="tree-toggle" aria-expanded={isOpen} aria-label={`展开${name}`} onClick={() => setOpen(!isOpen)}>
            <CaretRightOutlined aria-hidden rotate={isOpen ? 90 : 0} />
          </button>
        ) : (
          <span className="tree-toggle" />
        )}
        <button type="button" className="tree-name" title={name} aria-current={value === code} onClick={() => onPick(code)}>
          {name}
        </button>
      </div>
      {isOpen && <Branch parent={code} {...rest} />}
    </li>
  )
}

/** Folded at first: a place has more bodies than places below it. */
function Leaves({ code, leaves }: { code: number; leaves: (code: number) => ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <button type="button" className="tree-row tree-leaves" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="tree-toggle">
          <CaretRightOutlined aria-hidden rotate={isOpen ? 90 : 0} />
        </span>
        本级单位
      </button>
      {isOpen && <ul>{leaves(code)}</ul>}
    </li>
  )
}

/** What is looked at lies somewhere below: its branch stands open from the start. */
function isWithin(value: number | undefined, code: number) {
  const { from, to } = regionRange(code)
  return value !== undefined && value > from && value <= to
}
