import { Button, Popconfirm } from 'antd'
import { useSetOfficerActive } from '../api/set-officer-active.ts'
import type { Officer } from '../model/officer.ts'

export function ActiveButton({ officer }: { officer: Officer }) {
  const setActive = useSetOfficerActive()
  const word = officer.is_active ? '停用' : '启用'
  return (
    <Popconfirm
      title={`${word}${officer.name}的账号？`}
      description={officer.is_active ? '停用后立即不能办理任何事项，可随时恢复。' : '恢复后按原角色办理。'}
      okText={word}
      okButtonProps={{ danger: officer.is_active }}
      onConfirm={() => setActive.mutate({ officerId: officer.id, isActive: !officer.is_active })}
    >
      <Button size="small" type="link" danger={officer.is_active} loading={setActive.isPending} aria-label={`${word}${officer.name}`}>
        {word}
      </Button>
    </Popconfirm>
  )
}
