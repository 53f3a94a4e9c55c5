import { App, Button } from 'antd'
import { Can } from '@/entities/session/ui/can.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useSetOfficerActive } from '../api/set-officer-active.ts'
import type { Officer } from '../model/officer.ts'

export function ActiveButton({ officer }: { officer: Officer }) {
  const { modal } = App.useApp()
  const session = useSession()
  const setActive = useSetOfficerActive()
  if (officer.id === session.officer_id) return <span className="muted">本人</span>
  const word = officer.is_active ? '停用' : '启用'
  const handleClick = () =>
    modal.confirm({
      title: `${word}${officer.name}的账号？`,
      content: officer.is_active ? '停用后立即不能办理任何事项，可随时恢复。' : '恢复后按原岗位办理。',
      okText: word,
      okButtonProps: { danger: officer.is_active },
      onOk: () => setActive.mutateAsync({ officerId: officer.id, isActive: !officer.is_active }),
    })
  return (
    <Can permission="officer.invite">
      <Button size="small" type="link" danger={officer.is_active} aria-label={`${word}${officer.name}`} onClick={handleClick}>
        {word}
      </Button>
    </Can>
  )
}
