import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import type { Notification } from '../model/notification.ts'

interface NotificationListProps {
  query: UseQueryResult<Notification[]>
  /** Where a message leads. */
  toPath: (itemId: string) => string
  onLeave: () => void
}

export function NotificationList({ query, toPath, onLeave }: NotificationListProps) {
  return (
    <div className="notices">
      <AsyncView query={query} empty="暂无消息" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ul>
            {rows.map((row) => (
              <li key={row.id} className={row.is_read ? undefined : 'is-unread'}>
                <Link to={toPath(row.item_id)} onClick={onLeave}>
                  {row.title}
                </Link>
                {row.body && <p>{row.body}</p>}
                <time dateTime={row.created_at}>{formatDateTime(row.created_at)}</time>
              </li>
            ))}
          </ul>
        )}
      </AsyncView>
    </div>
  )
}
