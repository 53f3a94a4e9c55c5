import { CarryOutOutlined, KeyOutlined, LogoutOutlined, MessageOutlined, SafetyOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSignOut } from '@/entities/session/api/sign-out.ts'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { workReadRights } from '@/entities/work-item/model/work-rights.ts'
import { accountPaths } from '@/features/account/paths.ts'

export function AccountMenu() {
  const session = useSession()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const goTo = (path: string) => {
    setOpen(false)
    void navigate(path)
  }
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomRight"
      title={session.name}
      content={
        <div className="account-menu">
          <dl className="facts">
            <dt>职务</dt>
            <dd>{session.title || '—'}</dd>
            <dt>角色</dt>
            <dd>{session.role_names.join('、') || '未分配'}</dd>
            <dt>单位</dt>
            <dd>{session.org_name}</dd>
          </dl>
          {can(session, workReadRights) && (
            <Button block icon={<CarryOutOutlined />} onClick={() => goTo(accountPaths.absence())}>
              外出代办
            </Button>
          )}
          <Button block icon={<MessageOutlined />} onClick={() => goTo(accountPaths.messages())}>
            消息提醒
          </Button>
          <Button block icon={<SafetyOutlined />} onClick={() => goTo(accountPaths.security())}>
            登录安全
          </Button>
          <Button block icon={<KeyOutlined />} onClick={() => goTo(accountPaths.password())}>
            修改密码
          </Button>
          <Button block icon={<LogoutOutlined />} loading={signOut.isPending} onClick={() => signOut.mutate()}>
            退出登录
          </Button>
        </div>
      }
    >
      <Button type="text" aria-label={`${session.name}，账号菜单`}>
        {session.name}
      </Button>
    </Popover>
  )
}
