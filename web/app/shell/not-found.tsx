import { Link } from 'react-router'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'

interface NotFoundProps {
  home?: string
  homeName?: string
  /** The address is right, but this site does not run the module. */
  isSwitchedOff?: boolean
}

export function NotFound({ home = '/', homeName = '返回首页', isSwitchedOff = false }: NotFoundProps) {
  useDocumentTitle('没有这个页面')
  return (
    <div className="pub-wrap narrow state-page">
      <h1>没有这个页面</h1>
      <p>{isSwitchedOff ? '本站没有开通这项服务。' : '网址可能输错了，或页面已经移走。'}</p>
      <p className="row">
        <Link className="btn btn-primary" to={home}>
          {homeName}
        </Link>
      </p>
    </div>
  )
}

export const WorkNotFound = ({ isSwitchedOff = false }: Pick<NotFoundProps, 'isSwitchedOff'>) => (
  <NotFound home="/work" homeName="返回工作台" isSwitchedOff={isSwitchedOff} />
)
