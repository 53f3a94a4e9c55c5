import { Button } from 'antd'
import type { CodeEntry } from '../model/code-entry.ts'

export interface CodeAct {
  kind: 'add' | 'change' | 'end' | 'restore' | 'history'
  entry?: CodeEntry
}

interface CodeActsProps {
  entry: CodeEntry
  isSystem: boolean
  onAct: (act: CodeAct) => void
}

export function CodeActs({ entry, isSystem, onAct }: CodeActsProps) {
  const acts: { kind: CodeAct['kind']; label: string }[] = [
    ...(entry.standing === 'ended' ? [{ kind: 'restore' as const, label: '恢复' }] : [{ kind: 'change' as const, label: '修改' }]),
    ...(entry.standing === 'active' && !isSystem ? [{ kind: 'end' as const, label: '停用' }] : []),
    { kind: 'history', label: '历史' },
  ]
  return (
    <span className="row-acts">
      {acts.map(({ kind, label }) => (
        <Button key={kind} type="link" size="small" aria-label={`${label} ${entry.body.label}`} onClick={() => onAct({ kind, entry })}>
          {label}
        </Button>
      ))}
    </span>
  )
}
