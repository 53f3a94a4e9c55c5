import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { SiteContact } from '../ui/site-contact.tsx'
import '../styles/statement.css'

/** 个人信息保护法 第十七条、第三十五条: who handles what, for what, how, how long, and which rights there are. */
export default function PrivacyPage() {
  useDocumentTitle('隐私说明')
  const site = useQuery(siteQuery)
  return (
    <article className="pub-wrap narrow statement">
      <header className="page-head">
        <h1>隐私说明</h1>
        <p>您在这里填写的内容怎样使用、谁能看到、保存在哪里。</p>
      </header>
      <section className="sheet">
        <h2>收集什么，为了什么</h2>
        <ul>
          <li>姓名和手机号：核实情况、告知结果。举报可以匿名，匿名时不保存姓名和手机号。</li>
          <li>您写的内容、照片和事发地点：调查处理这一件事。照片的拍摄地点、设备等附加信息在接收时去除。</li>
          <li>网络地址：只换算成无法还原的摘要，用来限制同一网络的提交次数，两天内删除。</li>
        </ul>
        <p>行政机关为履行法定职责处理这些信息，依据《中华人民共和国个人信息保护法》第十三条第一款第（三）项和第三十四条。</p>
      </section>
      <section className="sheet">
        <h2>谁能看到</h2>
        <ul>
          <li>
            姓名和手机号加密保存，与案件分开。只有这一件的承办人能够查看，每次须写明理由；办结以后还须另一人同意。每次查看都记入不能修改的日志。
          </li>
          <li>您反映的就是某个行政机关或其工作人员的，由上一级机关办理，被反映的机关看不到。</li>
          <li>不向被投诉举报的经营者提供您的身份；调解确有需要的，须先征得您同意。</li>
          <li>本站不使用任何第三方的统计、广告或验证码，不向境外提供信息。</li>
        </ul>
      </section>
      <section className="sheet">
        <h2>保存在您的设备上的内容</h2>
        <p>没有提交的草稿、大字版等阅读设置只保存在您的浏览器里，不用于识别您。在公用电脑上填写后，请用填报页的“清除草稿”。</p>
      </section>
      <section className="sheet">
        <h2>保存多久</h2>
        <p>案件材料按档案管理规定的期限保存，期满后销毁或移交档案馆。</p>
      </section>
      <section className="sheet">
        <h2>您的权利</h2>
        <p>您可以凭查询码随时查看自己提交的内容和办理过程、补充材料、撤回投诉；需要查阅、复制、更正或删除个人信息，或者认为处理不当的，请联系：</p>
        <SiteContact site={site.data} />
      </section>
    </article>
  )
}
