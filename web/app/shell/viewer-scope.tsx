import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { createQueryClient } from '@/shared/query/query-client.ts'
import { useAuthStore } from '@/shared/supabase/auth-store.ts'
import { useToastStore } from '@/shared/ui/toast-store.ts'

/**
 * 剩余信息保护: everything that was read belongs to whoever read it. Another user, or nobody, gets a new cache and new
 * screens, however the change came about: sign-out here or in another tab, an ended session, another sign-in.
 */
export function ViewerScope({ children }: { children: ReactNode }) {
  const viewer = useAuthStore((auth) => (auth.status === 'in' ? auth.userId : auth.status))
  return <OneViewer key={viewer}>{children}</OneViewer>
}

function OneViewer({ children }: { children: ReactNode }) {
  const publicClient = useQueryClient()
  const [client] = useState(() => {
    const own = createQueryClient()
    // The profile of the site is nobody's secret, and the gate would wait for it a second time.
    own.setQueryData(siteQuery.queryKey, publicClient.getQueryData(siteQuery.queryKey))
    return own
  })
  useEffect(
    () => () => {
      void client.cancelQueries()
      client.clear()
      useToastStore.setState({ toasts: [] })
    },
    [client],
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
