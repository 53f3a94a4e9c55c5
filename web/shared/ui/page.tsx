import type { ReactNode } from 'react'
import { useDocumentTitle } from '../hooks/use-document-title.ts'

interface PageProps {
  title: string
  /** The title is what someone typed, not a fixed word of the system. */
  isTyped?: boolean
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function Page({ title, isTyped = false, subtitle, actions, children }: PageProps) {
  useDocumentTitle(title)
  return (
    <div className="page">
      <div className="page-top">
        <h1 className={isTyped ? 'typed-title' : undefined}>{title}</h1>
        {subtitle && <span className="page-sub">{subtitle}</span>}
        <div className="page-actions">{actions}</div>
      </div>
      {children}
    </div>
  )
}
