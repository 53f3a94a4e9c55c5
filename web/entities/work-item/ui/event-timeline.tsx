import type { UseQueryResult } from '@tanstack/react-query'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import type { WorkEvent } from '../model/work-event.ts'

export function EventTimeline({ query }: { query: UseQueryResult<WorkEvent[]> }) {
  return (
    <AsyncView query={query} empty="暂无办理记录" isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <ol className="events">
          {rows.map((row) => (
            <li key={row.id}>
              <div>
                <strong>{row.action_label}</strong>
                <time dateTime={row.created_at}>{formatDateTime(row.created_at)}</time>
              </div>
              <span className="muted">
                {row.actor_org_name} {row.actor_name}
              </span>
              {row.note && <p>{row.note}</p>}
            </li>
          ))}
        </ol>
      )}
    </AsyncView>
  )
}
