import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { Emblem } from '@/shared/public-ui/emblem.tsx'
import { titleClass } from '@/shared/public-ui/title-class.ts'
import '../styles/door.css'

export function DoorCard({ title, children }: { title: string; children: ReactNode }) {
  const site = useQuery(siteQuery)
  const name = site.data?.name ?? '互联网＋监管'
  return (
    <main className="door">
      <div className="door-card stack">
        <p className="door-brand">
          <Emblem size={44} text={site.data?.parameters.seal_text} />
          <span className={titleClass(name)}>{name}</span>
        </p>
        <h1>{title}</h1>
        {children}
        <p>
          <Link to="/">返回服务界面</Link>
        </p>
      </div>
    </main>
  )
}
