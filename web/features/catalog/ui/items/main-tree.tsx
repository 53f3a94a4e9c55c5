import { CaretRightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { itemLinesQuery, mainItemsQuery } from '@/entities/catalog-item/api/list-words.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'

interface MainTreeProps {
  line: string | undefined
  main: string | undefined
  onPick: (patch: { line: string | undefined; main: string | undefined }) => void
}

/** Departments with their main items beside the list, as lists of buttons. */
export function MainTree({ line, main, onPick }: MainTreeProps) {
  const lines = useQuery(itemLinesQuery)
  const mains = useQuery(mainItemsQuery)
  return (
    <nav className="side-tree" aria-label="按部门和主项查看">
      <div className="side-tree-head">
        <button
          type="button"
          className="tree-name"
          aria-current={line === undefined && main === undefined}
          onClick={() => onPick({ line: undefined, main: undefined })}
        >
          全部部门
        </button>
      </div>
      <AsyncView query={mains}>
        {(all) => (
          <ul>
            {(lines.data ?? []).flatMap(({ code, name }) => {
              const own = all.filter((one) => one.line_code === code)
              return own.length > 0 ? [<Line key={code} code={code} name={name} mains={own} line={line} main={main} onPick={onPick} />] : []
            })}
          </ul>
        )}
      </AsyncView>
    </nav>
  )
}

interface LineProps extends MainTreeProps {
  code: string
  name: string
  mains: readonly { code: string; name: string }[]
}

function Line({ code, name, mains, line, main, onPick }: LineProps) {
  const [isOpen, setOpen] = useState(mains.some((one) => one.code === main))
  return (
    <li>
      <div className="tree-row">
        <button type="button" className="tree-toggle" aria-expanded={isOpen} aria-label={`展开${name}`} onClick={() => setOpen(!isOpen)}>
          <CaretRightOutlined aria-hidden rotate={isOpen ? 90 : 0} />
        </button>
        <button
          type="button"
          className="tree-name"
          title={name}
          aria-current={line === code && main === undefined}
          onClick={() => onPick({ line: code, main: undefined })}
        >
          {name}
        </button>
      </div>
      {isOpen && (
        <ul>
          {mains.map((one) => (
            <li key={one.code}>
              <button
                type="button"
                className="tree-name tree-leaf"
                title={one.name}
                aria-current={main === one.code}
                onClick={() => onPick({ line: code, main: one.code })}
              >
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
