import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { SiteContact } from '../ui/site-contact.tsx'
import '../styles/statement.css'

/** 无障碍环境建设法 第三十二条: what the site does for whom, by which standard, and where it falls short. */
export default function AccessibilityPage() {
  useDocumentTitle('无障碍声明')
  const site = useQuery(siteQuery)
  const hotline = site.data?.hotline ?? '12345'
  return (
    <article className="pub-wrap narrow statement">
      <header className="page-head">
        <h1>无障碍声明</h1>
        <p>我们希望每个人都能独立使用本站，包括老年人和使用读屏软件、键盘、放大镜的人。</p>
      </header>
      <section className="sheet">
        <h2>依据</h2>
        <p>
          《中华人民共和国无障碍环境建设法》，国家标准 GB/T 37668—2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》，以及 WCAG 2.2 的 AA
          级。每次更新都用自动工具检查全部页面，电脑和手机各查一遍。
        </p>
      </section>
      <section className="sheet">
        <h2>您可以这样使用</h2>
        <ul>
          <li>页面顶部的“大字版”和“高对比”，打开后在这台设备上一直有效。</li>
          <li>只用键盘：按 Tab 键依次移动，第一下可以“跳到正文”；投诉举报从填写到提交都不需要鼠标。</li>
          <li>读屏软件：每个输入框有名称，填错时读出原因，并可直接跳到那一项。</li>
          <li>不需要识别图形验证码，填写没有时间限制，中途离开草稿不丢失。</li>
          <li>系统设置了“减少动态效果”的，页面没有动画。</li>
        </ul>
      </section>
      <section className="sheet">
        <h2>还做不到的</h2>
        <ul>
          <li>他人上传的照片没有文字说明。</li>
          <li>没有手语和语音播报。</li>
        </ul>
        <p>
          不方便使用本站的，可以拨打 <a href={`tel:${hotline}`}>{hotline}</a>，由人工登记，效力相同。
        </p>
      </section>
      <section className="sheet">
        <h2>告诉我们</h2>
        <p>遇到用不了的地方，请联系：</p>
        <SiteContact site={site.data} />
      </section>
    </article>
  )
}
