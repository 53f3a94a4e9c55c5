import type { UseQueryResult } from '@tanstack/react-query'
import { formatDate } from '@/shared/format/date.ts'
import { formatRemaining } from '@/shared/format/remaining.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { termStateLabels, type WorkTerm } from '../model/work-event.ts'

export function TermList({ query }: { query: UseQueryResult<WorkTerm[]> }) {
  return (
    <AsyncView query={query} empty="尚未起算" isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <ul className="terms">
          {rows.map((row) => (
            <li key={row.id} className={`term-${row.state}`}>
              <strong>{row.label}</strong>
              <span>
                {formatDate(row.started_on)} 起，{row.due_at ? `${formatDate(row.due_at)} 止` : '中止期间不计'}
                {row.is_provisional && '（暂定）'}
              </span>
              <span className="muted">
                {termStateLabels[row.state]}
                {row.state === 'running' && `，${formatRemaining(row.due_at)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </AsyncView>
  )
}
