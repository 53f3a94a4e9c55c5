import { Button, Popconfirm } from 'antd'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useResetFactor } from '../api/reset-factor.ts'
import type { Officer } from '../model/officer.ts'

/** For who lost the device and the recovery codes; that it is really them is asked outside the system. */
export function FactorButton({ officer }: { officer: Officer }) {
  const reset = useResetFactor()
  return (
    <Popconfirm
      title={`重置${officer.name}的二次验证？`}
      description="请先当面或以其他可靠方式核实本人。重置后其登录全部退出，再次登录只需密码，并须重新开启。"
      okText="重置"
      okButtonProps={{ danger: true }}
      onConfirm={() => reset.mutate(officer.id, { onSuccess: () => showToast('success', `${officer.name}的二次验证已重置`) })}
    >
      <Button size="small" type="link" loading={reset.isPending} aria-label={`重置验证：${officer.name}`}>
        重置验证
      </Button>
    </Popconfirm>
  )
}
