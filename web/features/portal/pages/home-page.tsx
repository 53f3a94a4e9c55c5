import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { complaintPaths } from '@/features/complaint/paths.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { portalPaths } from '../paths.ts'
import { CaseKinds } from '../ui/case-kinds.tsx'
import { ProcessSteps } from '../ui/process-steps.tsx'

export default function HomePage() {
  useDocumentTitle('首页')
  const site = useQuery(siteQuery)
  return (
    <div className="pub-wrap home">
      <section className="home-lead">
        <h1>消费有纠纷、经营有违法，在这里说，有人管、能查到</h1>
        <p>不用注册。填一次，系统告诉您由哪个单位负责、依据是什么、什么时候答复。</p>
        <div className="home-acts">
          <Link className="home-act home-act-main" to={complaintPaths.file()}>
            <strong>我要投诉举报</strong>
            <span>约 5 分钟，可传 9 张照片，中途离开不丢失</span>
          </Link>
          <Link className="home-act" to={complaintPaths.follow()}>
            <strong>查询办理进度</strong>
            <span>凭查询码和手机号后四位（匿名举报凭查询密码）</span>
          </Link>
        </div>
      </section>
      <CaseKinds />
      <ProcessSteps />
      <section className="home-band" aria-labelledby="who">
        <h2 id="who">谁在负责</h2>
        <p>
          {site.data?.name ?? '本平台'}
          按“属地管理、分级负责”把您反映的事项交给有法定职责的监管部门，并公开承办单位、办理期限和答复。协调机构对超期事项催办、督办。
        </p>
        <p>
          紧急情况请拨打 <a href="tel:110">110</a>、<a href="tel:119">119</a>、<a href="tel:120">120</a>；其他诉求可拨打 <a href="tel:12345">12345</a>
          。<Link to={portalPaths.about()}>阅读填报须知</Link>
        </p>
      </section>
    </div>
  )
}
