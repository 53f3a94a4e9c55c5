import { Link } from 'react-router'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { StateMessage } from '@/shared/ui/state-message.tsx'
import { accountPaths } from '@/features/account/paths.ts'

/** In place of a page that only a session with two factors opens. */
export function SecondFactorNeeded() {
  useDocumentTitle('需要二次验证')
  return (
    <StateMessage
      level="h1"
      title="请先开启二次验证"
      text="管理账号、角色、参数和审计日志须有二次验证。开启只要一分钟：在手机上安装任一种动态码验证器，扫一次码。以后登录时在密码之外再输入 6 位动态码。"
      action={<Link to={accountPaths.security()}>去开启</Link>}
    />
  )
}
