import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { sessionQuery } from '@/entities/session/api/get-session.ts'
import { useSignOut } from '@/entities/session/api/sign-out.ts'
import { SessionContext } from '@/entities/session/ui/use-session.ts'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { accountPaths } from '@/features/account/paths.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { sessionLosses } from '@/shared/query/error-events.ts'
import { useAuthStore } from '@/shared/supabase/auth-store.ts'
import { PublicLoading } from '@/shared/public-ui/public-loading.tsx'

/** Nothing of the work site renders before it is known who is there, and what the site runs (or that nobody can say). */
export function SessionGate({ children }: { children: ReactNode }) {
  const location = useLocation()
  const auth = useAuthStore()
  const query = useQuery(sessionQuery(auth.status === 'in' ? auth.userId : undefined))
  const site = useQuery(siteQuery)
  const { mutate: signOut } = useSignOut()
  const leave = useEffectEvent(() => signOut('lost'))
  useEffect(() => sessionLosses.subscribe(() => leave()), [])
  // What somebody had typed into a search before they signed out is not handed to the next officer; a link that was opened is kept whole.
  const from = location.key === 'default' ? location.pathname + location.search : location.pathname
  if (auth.status === 'out') return <Navigate to={accountPaths.signIn()} replace state={{ from, reason: auth.reason }} />
  if (query.data?.owes_second_factor) return <Navigate to={accountPaths.code()} replace state={{ from }} />
  if (query.data && !site.isPending) return <SessionContext value={query.data}>{children}</SessionContext>
  if (query.isError) return <GateProblem text={toAppError(query.error).message} onRetry={() => void query.refetch()} />
  if (query.data === null) return <GateProblem text="账号尚未启用或已停用，请联系本单位管理员。" />
  return <PublicLoading />
}

function GateProblem({ text, onRetry }: { text: string; onRetry?: () => void }) {
  const signOut = useSignOut()
  return (
    <main className="pub-wrap narrow state-page" role="alert">
      <h1>暂时无法进入工作界面</h1>
      <p>{text}</p>
      <p className="row">
        {onRetry && (
          <button type="button" className="btn btn-primary" onClick={onRetry}>
            重试
          </button>
        )}
        <button type="button" className="btn" onClick={() => signOut.mutate()}>
          退出登录
        </button>
      </p>
    </main>
  )
}
