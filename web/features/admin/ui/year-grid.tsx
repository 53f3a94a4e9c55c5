import { kindLabels, monthWeeks, type DayCell } from '../model/calendar.ts'
import type { DayKind } from '../model/holiday-notice.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

interface YearGridProps {
  year: number
  exceptions: ReadonlyMap<string, DayKind>
}

/** Twelve months at a glance: 休 for days off that are not a weekend, 班 for weekends worked. */
export function YearGrid({ year, exceptions }: YearGridProps) {
  return (
    <div className="year-grid">
      {Array.from({ length: 12 }, (_, index) => (
        <table key={index}>
          <caption>{index + 1} 月</caption>
          <thead>
            <tr>
              {weekdays.map((name) => (
                <th key={name} scope="col" abbr={`星期${name}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monthWeeks(year, index + 1, exceptions).map((week, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- a week has no other name
              <tr key={row}>
                {week.map((cell, column) => (cell ? <Day key={cell.day} cell={cell} /> : <td key={weekdays[column]}>{'\u00A0'}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

const marks: Partial<Record<DayCell['kind'], string>> = { holiday: '休', workday: '班' }

function Day({ cell: { day, kind } }: { cell: DayCell }) {
  return (
    <td className={`day-${kind}`} title={`${day} ${kindLabels[kind]}`}>
      {Number(day.slice(8))}
      {marks[kind] && <sup>{marks[kind]}</sup>}
    </td>
  )
}
