import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { accountPaths } from '@/features/account/paths.ts'
import { complaintPaths } from '@/features/complaint/paths.ts'
import { portalPaths } from '@/features/portal/paths.ts'
import { useFocusOnNavigation } from '@/shared/hooks/use-focus-on-navigation.ts'
import { Emblem } from '@/shared/public-ui/emblem.tsx'
import { PageLoading } from './page-loading.tsx'
import { ReadingTools } from './reading-tools.tsx'
import { RouteErrorBoundary } from './route-error-boundary.tsx'
import { SiteFoot } from './site-foot.tsx'
import { StatusBanner } from './status-banner.tsx'

const nav = [
  { to: portalPaths.home(), label: '首页' },
  { to: complaintPaths.file(), label: '投诉举报' },
  { to: complaintPaths.follow(), label: '查询进度' },
  { to: portalPaths.about(), label: '填报须知' },
]

export function PublicShell() {
  const { pathname } = useLocation()
  const site = useQuery(siteQuery)
  const main = useFocusOnNavigation<HTMLElement>(pathname)
  return (
    <div className="pub">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <StatusBanner />
      <header>
        <ReadingTools />
        <div className="pub-masthead">
          <div className="pub-wrap">
            <Link className="pub-brand" to={portalPaths.home()}>
              <Emblem />
              <div>
                <strong>{site.data?.name ?? '互联网＋监管'}</strong>
                <span>{site.data ? `${site.data.government}主办` : '政府监管服务平台'}</span>
              </div>
            </Link>
            <nav className="pub-nav" aria-label="主导航">
              {nav.map(({ to, label }) => (
                <NavLink key={to} to={to} end>
                  {label}
                </NavLink>
              ))}
            </nav>
          </div>
        </div>
      </header>
      <main className="pub-main" id="main" tabIndex={-1} ref={main}>
        <RouteErrorBoundary resetKey={pathname}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </RouteErrorBoundary>
      </main>
      <footer className="pub-footer">
        <div className="pub-wrap">
          {site.data && <SiteFoot site={site.data} />}
          <p>
            <Link to={portalPaths.about()}>填报须知</Link>　<Link to={accountPaths.signIn()}>工作人员登录</Link>
          </p>
        </div>
      </footer>
    </div>
  )
}
