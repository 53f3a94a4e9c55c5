import { Link } from 'react-router'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { StateMessage } from '@/shared/ui/state-message.tsx'

export function Forbidden() {
  useDocumentTitle('没有权限')
  const { role_names } = useSession()
  return (
    <StateMessage
      level="h1"
      title="您的角色没有这个页面的权限"
      text={`当前角色：${role_names.join('、') || '未分配'}。如工作需要，请向安全管理员申请。`}
      action={<Link to="/work">返回工作台</Link>}
    />
  )
}
