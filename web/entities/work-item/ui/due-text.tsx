import { formatDate } from '@/shared/format/date.ts'
import { formatRemaining } from '@/shared/format/remaining.ts'

interface DueTextProps {
  dueAt: string | null
  isProvisional: boolean
  isOpen: boolean
}

export function DueText({ dueAt, isProvisional, isOpen }: DueTextProps) {
  if (!dueAt) return <span className="muted">—</span>
  return (
    <span title={isProvisional ? '暂定：次年放假安排公布后重新计算' : undefined}>
      {formatDate(dueAt)}
      {isProvisional && <small>（暂定）</small>}
      {isOpen && <small className="muted"> {formatRemaining(dueAt)}</small>}
    </span>
  )
}
