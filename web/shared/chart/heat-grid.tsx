import { Link } from 'react-router'
import { ScrollBox } from '../ui/scroll-box.tsx'
import './chart.css'
import { colorIn, inkOn, stepsOf, type Tint } from './scale.ts'

interface HeatGridProps {
  label: string
  rows: readonly string[]
  columns: readonly string[]
  /** By row, then by column; as long as both. */
  values: readonly (readonly number[])[]
  unit: string
  tint?: Tint
  /** To the rows that a cell counts; of nothing there is nothing to see. */
  linkOf?: (row: number, column: number) => string | undefined
}

/** Two things counted against each other. It is a table that is coloured, so that it is read the same without its colours. */
export function HeatGrid({ label, rows, columns, values, unit, tint = 'teal', linkOf }: HeatGridProps) {
  const steps = stepsOf(values.flat(), tint)
  return (
    <>
      <ScrollBox label={`${label}表`}>
        <table className="heat" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">星期</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, y) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column, x) => {
                  const value = values[y]?.[x] ?? 0
                  const color = colorIn(steps, value)
                  return (
                    <td key={column} style={{ background: color, color: inkOn(color) }} title={`${row} ${column} ${value} ${unit}`}>
                      {value > 0 && <Count value={value} name={`${row} ${column}`} unit={unit} to={linkOf?.(y, x)} />}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ScaleKey steps={steps} textOf={(value) => value.toLocaleString('zh-CN')} unit={unit} />
    </>
  )
}

interface CountProps {
  value: number
  name: string
  unit: string
  to: string | undefined
}

const Count = ({ value, name, unit, to }: CountProps) =>
  to === undefined ? (
    <>{value}</>
  ) : (
    <Link to={to} aria-label={`${name} ${value} ${unit}，查看清单`}>
      {value}
    </Link>
  )

interface ScaleKeyProps {
  steps: ReturnType<typeof stepsOf>
  textOf: (value: number) => string
  unit: string
}

/** What the colours mean. */
export function ScaleKey({ steps, textOf, unit }: ScaleKeyProps) {
  return (
    <ul className="heat-key" aria-label={unit ? `图例（${unit}）` : '图例'}>
      <li>
        <i style={{ background: colorIn(steps, 0) }} />
        {textOf(0)}
      </li>
      {steps.map(({ from, to, color }) => (
        <li key={color}>
          <i style={{ background: color }} />
          {from === to ? textOf(from) : `${textOf(from)}–${textOf(to)}`}
        </li>
      ))}
      {unit && <li>单位：{unit}</li>}
    </ul>
  )
}
