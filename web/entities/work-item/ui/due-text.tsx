import { formatDate } from '@/shared/format/date.ts'
import { timeLeft } from '../model/time-left.ts'

interface DueTextProps {
  dueAt: string | null
  workdaysLeft: number | null
  isProvisional: boolean
  isOpen: boolean
}

export function DueText({ dueAt, workdaysLeft, isProvisional, isOpen }: DueTextProps) {
  if (!dueAt) return <span className="muted">—</span>
  return (
    <span title={isProvisional ? '暂定：次年放假安排公布后重新计算' : undefined}>
      {formatDate(dueAt)}
      {isProvisional && <small>（暂定）</small>}
      {isOpen && <small className="muted"> {timeLeft({ dueAt, workdaysLeft })}</small>}
    </span>
  )
}
