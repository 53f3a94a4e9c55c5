import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { workReadRights } from '@/entities/work-item/model/work-rights.ts'
import { AccountMenu } from './account-menu.tsx'
import { hasMessages } from './has-messages.ts'
import { JobTray } from './job-tray.tsx'
import { NotificationBell } from './notification-bell.tsx'
import { useWorkTopics } from './use-work-topics.ts'

const liveTexts = { live: '实时', lost: '正在重连', connecting: '正在连接' }

export function WorkHeader({ onMenu }: { onMenu?: () => void }) {
  const session = useSession()
  const status = useWorkTopics(session)
  return (
    <header className="work-header">
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label="打开导航" onClick={onMenu} />}
      <strong className="work-org" title={session.region_name}>
        {session.org_name}
      </strong>
      {can(session, workReadRights) && (
        <span className={`live live-${status}`} role="status">
          {liveTexts[status]}
        </span>
      )}
      <span className="work-header-gap" />
      <JobTray />
      {hasMessages(session) && <NotificationBell />}
      <AccountMenu />
    </header>
  )
}
