import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { versionsQuery } from '../api/versions.ts'
import { readSiteBody, siteChangeWords } from '../model/site-form.ts'
import { comingOf, currentOf, periodWord, type Version } from '../model/version.ts'
import '../styles/admin.css'
import { OwnMaps } from '../ui/own-maps.tsx'
import { PaperSeals } from '../ui/paper-seals.tsx'
import { SiteForm } from '../ui/site-form.tsx'
import { SiteModules } from '../ui/site-modules.tsx'
import { VersionHistory } from '../ui/version-history.tsx'

export default function SitePage() {
  const site = useQuery(siteQuery)
  return (
    <Page title="站点参数" subtitle="站点名称、页脚主体和备案信息，调整只发布新版本；功能模块的开关立即生效">
      <AsyncView query={site}>{({ key, root_region: root }) => <SiteVersions siteKey={key} root={root} />}</AsyncView>
    </Page>
  )
}

function SiteVersions({ siteKey, root }: { siteKey: string; root: number }) {
  const versions = useQuery(versionsQuery('site', siteKey))
  const today = todayInShanghai()
  return (
    <AsyncView query={versions}>
      {(all) => {
        const current = currentOf(all, today)
        const coming = comingOf(all, today)
        return (
          <>
            {coming && (
              <Alert
                className="year-facts"
                type="info"
                showIcon
                title={`第 ${coming.version} 版待生效：${periodWord(coming)}`}
                description={siteChangeWords(coming.body, current?.body)}
              />
            )}
            <SiteForm key={current?.id} siteKey={siteKey} body={readSiteBody(current?.body ?? {})} />
            <h2 className="section-title">功能模块</h2>
            <SiteModules />
            <h2 className="section-title">历次版本</h2>
            <VersionHistory versions={all} describe={(version) => siteChangeWords(version.body, versionBefore(all, version)?.body)} />
            <section aria-label="印章图样">
              <h2 className="section-title">印章图样</h2>
              <PaperSeals />
            </section>
            <section aria-label="标准地图">
              <h2 className="section-title">标准地图</h2>
              <OwnMaps root={root} />
            </section>
          </>
        )
      }}
    </AsyncView>
  )
}

/** The one that counted on the day before, not the one with the number before. */
const versionBefore = (all: readonly Version[], version: Version) =>
  all
    .filter((one) => one.state === 'published' && one.effective_from < version.effective_from)
    .sort((a, b) => b.effective_from.localeCompare(a.effective_from))[0]
