import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useMarkNotificationsRead } from '@/entities/notification/api/mark-read.ts'
import { notificationsQuery } from '@/entities/notification/api/list-notifications.ts'
import { unreadOf, type Notification } from '@/entities/notification/model/notification.ts'
import { itemPath } from '@/entities/work-item/model/item-path.ts'
import { adminPaths } from '@/features/admin/paths.ts'

/** Only who opens the bell loads what is in it. */
const NotificationList = lazy(async () => ({ default: (await import('@/entities/notification/ui/notification-list.tsx')).NotificationList }))

/** What is about no item is about accounts. */
const pathOf = ({ item_id: item, code }: Notification) =>
  item ? itemPath(item) : code === 'officer_waits' ? adminPaths.officers() : adminPaths.officerChanges()

/** Looking at the list marks nothing; opening a message marks that one. */
export function NotificationBell() {
  const [isOpen, setOpen] = useState(false)
  const query = useQuery(notificationsQuery)
  const { mutate: markRead } = useMarkNotificationsRead()
  const unread = unreadOf(query.data ?? []).length
  const newest = query.data?.[0]
  const handleOpen = (row: Notification) => {
    setOpen(false)
    if (!row.is_read) markRead({ id: row.id })
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title="消息"
      rootClassName="notices-popover"
      content={
        <Suspense fallback={<p role="status">正在加载</p>}>
          <NotificationList query={query} toPath={pathOf} onOpen={handleOpen} onReadAll={() => newest && markRead({ until: newest.created_at })} />
        </Suspense>
      }
    >
      <Badge count={unread} overflowCount={49} size="small" offset={[-2, 4]}>
        <Button type="text" icon={<BellOutlined />} aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息'} />
      </Badge>
    </Popover>
  )
}
