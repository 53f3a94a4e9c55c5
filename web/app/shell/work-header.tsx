import { LogoutOutlined, MenuOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useSignOut } from '@/entities/session/api/sign-out.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useOrgTopic } from './use-org-topic.ts'
import { NotificationBell } from './notification-bell.tsx'

export function WorkHeader({ onMenu }: { onMenu?: () => void }) {
  const session = useSession()
  const signOut = useSignOut()
  const status = useOrgTopic(session.org_id)
  return (
    <header className="work-header">
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label="打开导航" onClick={onMenu} />}
      <strong className="work-org" title={session.region_name}>
        {session.org_name}
      </strong>
      <span className={`live live-${status}`} role="status">
        {status === 'live' ? '实时' : status === 'lost' ? '实时连接中断，正在重连' : '正在连接'}
      </span>
      <span className="work-header-gap" />
      <NotificationBell />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', disabled: true, label: `${session.title || '工作人员'} · ${session.role_names.join('、') || '未分配岗位'}` },
            { type: 'divider' },
            { key: 'out', icon: <LogoutOutlined />, label: '退出登录', onClick: () => signOut.mutate() },
          ],
        }}
      >
        <Button type="text" aria-label={`${session.name}，账号菜单`}>
          {session.name}
        </Button>
      </Dropdown>
    </header>
  )
}
