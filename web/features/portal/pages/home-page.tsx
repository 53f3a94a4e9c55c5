import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { usePublicModules } from '@/shared/module/module-context.ts'
import { PublicLoading } from '@/shared/public-ui/public-loading.tsx'
import '../styles/home.css'
import { HomeLead } from '../ui/home-lead.tsx'
import { UrgentCalls } from '../ui/urgent-calls.tsx'

/** Drawn from what the modules of this site say in their public.ts. */
export default function HomePage() {
  useDocumentTitle('首页')
  const site = useQuery(siteQuery)
  const parts = usePublicModules()
    .flatMap(({ id, home }) => (home ? [{ id, ...home }] : []))
    .sort((a, b) => a.order - b.order)
  return (
    <div className="pub-wrap home">
      <HomeLead
        lead={parts[0]?.lead ?? { title: site.data?.name ?? '互联网＋监管', text: '本站的网上服务正在开通。' }}
        acts={parts.flatMap((part) => part.acts)}
      />
      <Suspense fallback={<PublicLoading />}>
        {parts.map(({ id, Sections }) => (
          <Sections key={id} />
        ))}
        <UrgentCalls />
      </Suspense>
    </div>
  )
}
