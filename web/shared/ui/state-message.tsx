import type { ReactNode } from 'react'

interface StateMessageProps {
  title: string
  text: ReactNode
  action?: ReactNode
  level?: 'h1' | 'h2'
}

/** A quiet full-width notice: not found, no permission, failed to load. */
export function StateMessage({ title, text, action, level: Heading = 'h2' }: StateMessageProps) {
  return (
    <div className="state-message">
      <Heading className="result-title">{title}</Heading>
      <p>{text}</p>
      {action && <div>{action}</div>}
    </div>
  )
}
