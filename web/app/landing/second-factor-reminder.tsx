import { Alert } from 'antd'
import { Link } from 'react-router'
import { accountPaths } from '@/features/account/paths.ts'

/** On the first page of whoever cannot do part of their work yet. */
export function SecondFactorReminder() {
  return (
    <Alert
      type="warning"
      showIcon
      title="您的角色中有须二次验证才能办理的事，请先开启。"
      action={<Link to={accountPaths.security()}>去开启二次验证</Link>}
    />
  )
}
