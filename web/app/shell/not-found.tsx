import { Link } from 'react-router'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'

interface NotFoundProps {
  home?: string
  homeName?: string
}

export function NotFound({ home = '/', homeName = '返回首页' }: NotFoundProps) {
  useDocumentTitle('没有这个页面')
  return (
    <div className="pub-wrap narrow state-page">
      <h1>没有这个页面</h1>
      <p>网址可能输错了，或页面已经移走。</p>
      <p className="row">
        <Link className="btn btn-primary" to={home}>
          {homeName}
        </Link>
      </p>
    </div>
  )
}
