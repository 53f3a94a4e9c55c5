import { Alert, Typography } from 'antd'
import { accountPaths } from '@/features/account/paths.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import type { Invitation } from '../model/officer.ts'

export function InvitationCard({ invitation, email }: { invitation: Invitation; email: string }) {
  const link = `${window.location.origin}${accountPaths.join()}?email=${encodeURIComponent(email)}`
  return (
    <>
      <Alert className="dialog-alert" type="warning" showIcon title="邀请码只显示这一次，请当面或通过机关内部渠道告知本人。" />
      <p>
        激活网址：<Typography.Text copyable>{link}</Typography.Text>
      </p>
      <p>
        邀请码：
        <Typography.Text code copyable data-testid="invitation-code">
          {invitation.code}
        </Typography.Text>
      </p>
      <p className="muted">
        {formatDateTime(invitation.expires_at)} 前有效，须使用邮箱 {email} 激活。
      </p>
    </>
  )
}
