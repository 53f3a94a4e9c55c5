import type { UseQueryResult } from '@tanstack/react-query'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { whoDid } from '../model/approval.ts'
import type { WorkEvent } from '../model/work-event.ts'

interface EventTimelineProps {
  query: UseQueryResult<WorkEvent[]>
  /** Words for the ground or outcome of a step, from the module that knows its codes. */
  groundOf: (event: WorkEvent) => string
}

export function EventTimeline({ query, groundOf }: EventTimelineProps) {
  return (
    <AsyncView query={query} empty="暂无办理记录" isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <ol className="events">
          {rows.map((row) => (
            <li key={row.id}>
              <div>
                <strong>
                  {row.action_label}
                  {groundOf(row) && `：${groundOf(row)}`}
                </strong>
                <time dateTime={row.created_at}>{formatDateTime(row.created_at)}</time>
              </div>
              <span className="muted">
                {row.actor_org_name} {whoDid(row)}
              </span>
              {row.note && <p>{row.note}</p>}
            </li>
          ))}
        </ol>
      )}
    </AsyncView>
  )
}
