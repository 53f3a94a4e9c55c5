import { Result } from 'antd'
import { Link } from 'react-router'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'

export function Forbidden() {
  useDocumentTitle('没有权限')
  const { role_names } = useSession()
  return (
    <Result
      status="warning"
      title={<h1 className="result-title">您的岗位没有这个页面的权限</h1>}
      subTitle={`当前岗位：${role_names.join('、') || '未分配'}。如工作需要，请向安全管理员申请。`}
      extra={<Link to="/work">返回待办</Link>}
    />
  )
}
