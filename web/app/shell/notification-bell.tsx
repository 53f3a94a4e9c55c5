import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useMarkNotificationsRead } from '@/entities/notification/api/mark-read.ts'
import { notificationsQuery } from '@/entities/notification/api/list-notifications.ts'
import { NotificationList } from '@/entities/notification/ui/notification-list.tsx'
import { itemPath } from '@/entities/work-item/model/item-path.ts'

export function NotificationBell() {
  const [isOpen, setOpen] = useState(false)
  const query = useQuery(notificationsQuery)
  const markRead = useMarkNotificationsRead()
  const unread = query.data?.filter((one) => !one.is_read).length ?? 0
  const newest = query.data?.[0]
  const handleOpen = (next: boolean) => {
    setOpen(next)
    if (!next && unread > 0 && newest) markRead.mutate(newest.created_at)
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={handleOpen}
      trigger="click"
      placement="bottomRight"
      title="消息"
      content={<NotificationList query={query} toPath={itemPath} onLeave={() => handleOpen(false)} />}
    >
      <Badge count={unread} size="small" offset={[-2, 4]}>
        <Button type="text" icon={<BellOutlined />} aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息'} />
      </Badge>
    </Popover>
  )
}
