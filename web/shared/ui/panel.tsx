import type { ReactNode } from 'react'

interface PanelProps {
  title?: string
  /** At the end of the line of the title. */
  extra?: ReactNode
  className?: string
  children: ReactNode
}

/** A sheet with a title. antd's own brings its tabs and their menus along, 14 KB that no sheet here has a use for. */
export function Panel({ title, extra, className, children }: PanelProps) {
  return (
    <div className={className ? `panel ${className}` : 'panel'}>
      {title !== undefined && (
        <div className="panel-head">
          <h2>{title}</h2>
          {extra}
        </div>
      )}
      <div className="panel-body">{children}</div>
    </div>
  )
}
