import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { accountPaths } from '@/features/account/paths.ts'
import { portalPaths } from '@/features/portal/paths.ts'
import { useFocusOnNavigation } from '@/shared/hooks/use-focus-on-navigation.ts'
import { PublicModulesContext } from '@/shared/module/module-context.ts'
import { Emblem } from '@/shared/public-ui/emblem.tsx'
import { PublicLoading } from '@/shared/public-ui/public-loading.tsx'
import { titleClass } from '@/shared/public-ui/title-class.ts'
import { publicModules } from '../public-modules.ts'
import { ReadingTools } from './reading-tools.tsx'
import { RouteErrorBoundary } from './route-error-boundary.tsx'
import { SiteFoot } from './site-foot.tsx'
import { StatusBanner } from './status-banner.tsx'
import { useOffered } from './use-offered.ts'

export function PublicShell() {
  const { pathname } = useLocation()
  const site = useQuery(siteQuery)
  const name = site.data?.name ?? '互联网＋监管'
  const offered = publicModules.filter(useOffered())
  const nav = offered.flatMap((module) => module.nav).sort((a, b) => a.order - b.order)
  const main = useFocusOnNavigation<HTMLElement>(pathname)
  return (
    <div className="pub">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <StatusBanner />
      <header>
        <ReadingTools hotline={site.data?.hotline ?? '12345'} />
        <div className="pub-masthead">
          <div className="pub-wrap">
            <Link className="pub-brand" to={portalPaths.home()}>
              <Emblem text={site.data?.parameters.seal_text} />
              <div>
                <strong className={titleClass(name)}>{name}</strong>
                <span>{site.data ? `${site.data.government}主办` : '政府监管服务平台'}</span>
              </div>
            </Link>
            <nav className="pub-nav" aria-label="主导航">
              <NavLink to={portalPaths.home()} end>
                首页
              </NavLink>
              {nav.map(({ path, title }) => (
                <NavLink key={path} to={path} end>
                  {title}
                </NavLink>
              ))}
            </nav>
          </div>
        </div>
      </header>
      <main className="pub-main" id="main" tabIndex={-1} ref={main}>
        <RouteErrorBoundary resetKey={pathname}>
          <Suspense fallback={<PublicLoading />}>
            <PublicModulesContext value={offered}>
              <Outlet />
            </PublicModulesContext>
          </Suspense>
        </RouteErrorBoundary>
      </main>
      <footer className="pub-footer">
        <div className="pub-wrap">
          {site.data && <SiteFoot site={site.data} />}
          <p className="pub-foot-line">
            {offered
              .flatMap((module) => module.foot ?? [])
              .map(({ path, title }) => (
                <Link key={path} to={path}>
                  {title}
                </Link>
              ))}
            <Link to={portalPaths.privacy()}>隐私说明</Link>
            <Link to={portalPaths.accessibility()}>无障碍声明</Link>
            <Link to={accountPaths.signIn()}>工作人员登录</Link>
          </p>
        </div>
      </footer>
    </div>
  )
}
