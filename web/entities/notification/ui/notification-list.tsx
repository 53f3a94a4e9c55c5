import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { unreadOf, type Notification } from '../model/notification.ts'

interface NotificationListProps {
  query: UseQueryResult<Notification[]>
  /** Where a message leads. */
  toPath: (row: Notification) => string
  onOpen: (row: Notification) => void
  onReadAll: () => void
}

/** What is meant for this officer can be seen by itself; what goes to the whole body stands beside it. */
export function NotificationList({ query, toPath, onOpen, onReadAll }: NotificationListProps) {
  const [scope, setScope] = useState<'all' | 'own'>('all')
  const all = query.data ?? []
  const own = all.filter((row) => row.is_personal)
  const label = (name: string, rows: readonly Notification[]) => (unreadOf(rows).length > 0 ? `${name} ${unreadOf(rows).length}` : name)
  return (
    <div className="notices">
      <div className="notices-bar">
        <Segmented
          size="small"
          aria-label="消息范围"
          value={scope}
          options={[
            { value: 'all' as const, label: label('全部', all) },
            { value: 'own' as const, label: label('给我的', own) },
          ]}
          onChange={setScope}
        />
        <Button type="link" size="small" disabled={unreadOf(all).length === 0} onClick={onReadAll}>
          全部已读
        </Button>
      </div>
      <AsyncView query={query} empty="暂无消息" isEmpty={() => (scope === 'own' ? own : all).length === 0}>
        {() => (
          <ul>
            {(scope === 'own' ? own : all).map((row) => (
              <li key={row.id} className={row.is_read ? undefined : 'is-unread'}>
                <Link to={toPath(row)} onClick={() => onOpen(row)}>
                  {row.is_personal && <span className="mark mark-own">给我的</span>}
                  {row.title ?? '消息'}
                  {!row.is_read && <span className="visually-hidden">（未读）</span>}
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
