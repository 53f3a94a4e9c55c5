import { Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { useFocusOnNavigation } from '@/shared/hooks/use-focus-on-navigation.ts'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { PublicLoading } from '@/shared/public-ui/public-loading.tsx'
import { RouteErrorBoundary } from './route-error-boundary.tsx'
import { StatusBanner } from './status-banner.tsx'
import { useIdleSignOut } from './use-idle-sign-out.ts'
import { WorkBrand } from './work-brand.tsx'
import { WorkDrawer } from './work-drawer.tsx'
import { WorkHeader } from './work-header.tsx'
import { WorkMenu } from './work-menu.tsx'
import { WorkRoutes } from './work-routes.tsx'

export function WorkLayout() {
  const { pathname } = useLocation()
  const isWide = useMediaQuery('(min-width: 992px)')
  const [isMenuOpen, setMenuOpen] = useState(false)
  useIdleSignOut()
  const main = useFocusOnNavigation<HTMLElement>(pathname)
  return (
    <div className="work">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      {isWide ? (
        <aside className="work-sider" aria-label="导航栏">
          <WorkBrand />
          <WorkMenu />
        </aside>
      ) : (
        isMenuOpen && <WorkDrawer onClose={() => setMenuOpen(false)} />
      )}
      <div className="work-body">
        <StatusBanner />
        <WorkHeader {...(isWide ? {} : { onMenu: () => setMenuOpen(true) })} />
        <main className="work-main" id="main" tabIndex={-1} ref={main}>
          <RouteErrorBoundary resetKey={pathname}>
            <Suspense fallback={<PublicLoading />}>
              <WorkRoutes />
            </Suspense>
          </RouteErrorBoundary>
        </main>
      </div>
    </div>
  )
}
