import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { toAppError } from '../errors/to-app-error.ts'
import { StateMessage } from './state-message.tsx'

interface AsyncViewProps<T> {
  query: UseQueryResult<T>
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
  /** In place of the skeleton, where what comes has a height that is known. */
  wait?: ReactNode
  children: (data: T) => ReactNode
}

/** Skeleton → error with retry → empty → content; every read of the work site goes through here. */
export function AsyncView<T>({ query, empty = '暂无内容', isEmpty, wait, children }: AsyncViewProps<T>) {
  if (query.data !== undefined) {
    if (isEmpty?.(query.data)) return <p className="empty-line">{empty}</p>
    return <>{children(query.data)}</>
  }
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        正在加载
      </span>
      {wait === undefined ? <Skeleton active paragraph={{ rows: 4 }} /> : wait}
    </div>
  )
}

export function Problem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { kind, message } = toAppError(error)
  return (
    <div role="alert">
      {kind === 'not-found' ? (
        <StateMessage title="没有找到" text={message} action={<Button onClick={() => window.history.back()}>返回上一页</Button>} />
      ) : (
        <StateMessage title="加载失败" text={message} action={<Button onClick={onRetry}>重新加载</Button>} />
      )}
    </div>
  )
}
