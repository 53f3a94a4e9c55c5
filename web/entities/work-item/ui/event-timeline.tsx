import { formatDateTime } from '@/shared/format/date.ts'
import { whoDid } from '../model/approval.ts'
import type { WorkEvent } from '../model/work-event.ts'

/** What was done, the latest first, with what was filled in as the engine wrote it down. */
export function EventTimeline({ events }: { events: readonly WorkEvent[] }) {
  return (
    <ol className="events">
      {events.map((row) => (
        <li key={row.id}>
          <div>
            <strong>{row.action_label}</strong>
            <time dateTime={row.created_at}>{formatDateTime(row.created_at)}</time>
          </div>
          <span className="muted">
            {row.actor_org_name} {whoDid(row)}
          </span>
          {row.words.map(({ label, text }) => (
            <p key={label}>
              <span className="muted">{label}：</span>
              {text}
            </p>
          ))}
          {row.words.length === 0 && row.note && <p>{row.note}</p>}
        </li>
      ))}
    </ol>
  )
}
