import { Link } from 'react-router'
import { useTermWords } from '@/entities/term/ui/use-term-words.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { complaintPaths } from '../paths.ts'
import '../styles/about.css'

export default function AboutPage() {
  const term = useTermWords(['complaint.accept', 'tip.decide', 'tip.extend'])
  useDocumentTitle('填报须知')
  return (
    <article className="pub-wrap narrow about">
      <header className="page-head">
        <h1>填报须知</h1>
        <p>请在填报前阅读。提交即表示您已知悉以下内容。</p>
      </header>
      <section className="sheet">
        <h2>哪些事可以在这里反映</h2>
        <p>为生活消费购买商品、接受服务与经营者发生的纠纷（投诉），以及经营活动中涉嫌违法的线索（举报）。</p>
        <p>已由法院、仲裁机构或其他行政机关受理或处理过的同一纠纷，自知道权益受损之日起超过三年的，依法不予受理。</p>
      </section>
      <section className="sheet">
        <h2>请您做到</h2>
        <ul>
          <li>内容属实。提供虚假材料、冒用他人名义的，终止调解；构成违法的依法处理。</li>
          <li>投诉须使用本人真实姓名和手机号；举报可以匿名，但匿名举报无法收到告知。</li>
          <li>写清楚时间、地点、对象、经过，附上小票、合同、聊天记录或现场照片，办得更快。</li>
          <li>同一事项不要重复提交。已有查询码的，请到进度页查看；承办单位要求时可在那里补充材料。</li>
        </ul>
      </section>
      <section className="sheet">
        <h2>我们怎样保护您</h2>
        <ul>
          <li>您的姓名、电话单独加密保存，承办人员查看须写明理由，每次查看都有记录。</li>
          <li>给被投诉举报单位的材料不会出现您的个人信息（调解需要并经您同意的除外）。</li>
          <li>照片上传时会去掉拍摄地点等附加信息。</li>
          <li>草稿只存在您这台设备上，姓名和手机号关闭页面即清除；在公用电脑填写后请清除草稿。</li>
        </ul>
      </section>
      <section className="sheet">
        <h2>办理期限</h2>
        <p>
          投诉自收到之日起 {term('complaint.accept')}内决定是否受理并告知；举报自收到之日起 {term('tip.decide')}
          内核查并决定是否立案，特殊情况经批准可延长 {term('tip.extend')}。
        </p>
        <p>每件事项的具体期限和到期日以进度页显示为准；尚未公布放假安排的年份，到期日为暂定日期。</p>
      </section>
      <p className="row about-acts">
        <Link className="btn btn-primary" to={complaintPaths.file()}>
          开始填报
        </Link>
        <Link className="btn" to={complaintPaths.lookUp()}>
          查询进度
        </Link>
      </p>
    </article>
  )
}
