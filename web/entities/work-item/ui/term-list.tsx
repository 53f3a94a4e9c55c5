import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import { timeLeft } from '../model/time-left.ts'
import { termStateLabels, type WorkTerm } from '../model/work-event.ts'

/** What runs stands first; what is done is history. */
export function TermList({ terms }: { terms: readonly WorkTerm[] }) {
  const isRunning = ({ state }: WorkTerm) => state === 'running' || state === 'suspended'
  return (
    <ul className="terms">
      {[...terms.filter(isRunning), ...terms.filter((row) => !isRunning(row))].map((row) => (
        <li key={row.id} className={`term-${row.state}`}>
          <strong>{row.label}</strong>
          <span>
            {formatDate(row.started_on)} 起，{row.due_at ? `${endOf(row)} 止` : '中止期间不计'}
            {row.is_provisional && '（暂定）'}
          </span>
          <span className="muted">
            {termStateLabels[row.state]}
            {row.state === 'running' && `，${leftOf(row)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const leftOf = ({ due_at: dueAt, workdays_left: workdaysLeft, unit }: WorkTerm) => timeLeft({ dueAt, workdaysLeft, unit })

const endOf = ({ due_at: dueAt, unit }: WorkTerm) => (unit === 'hour' ? formatDateTime(dueAt) : formatDate(dueAt))
