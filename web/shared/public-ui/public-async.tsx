import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { toAppError } from '../errors/to-app-error.ts'

interface PublicAsyncProps<T> {
  query: UseQueryResult<T>
  lines?: number
  children: (data: T) => ReactNode
}

/** Skeleton → error with retry → content, for the public pages. */
export function PublicAsync<T>({ query, lines = 3, children }: PublicAsyncProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <PublicProblem error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        正在加载
      </span>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className="skeleton-line" style={{ width: `${100 - i * 14}%` }} />
      ))}
    </div>
  )
}

export function PublicProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className="note note-error" role="alert">
      <p>{toAppError(error).message}</p>
      {onRetry && (
        <button type="button" className="btn btn-plain" onClick={onRetry}>
          重新加载
        </button>
      )}
    </div>
  )
}
