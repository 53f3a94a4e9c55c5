import type { ReactNode } from 'react'
import { useDocumentTitle } from '../hooks/use-document-title.ts'

interface PageProps {
  title: string
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function Page({ title, subtitle, actions, children }: PageProps) {
  useDocumentTitle(title)
  return (
    <div className="page">
      <div className="page-top">
        <h1>{title}</h1>
        {subtitle && <span className="page-sub">{subtitle}</span>}
        <div className="page-actions">{actions}</div>
      </div>
      {children}
    </div>
  )
}
