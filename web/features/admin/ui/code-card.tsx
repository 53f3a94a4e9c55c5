import type { CodeEntry } from '../model/code-entry.ts'
import { CodeActs, type CodeAct } from './code-acts.tsx'
import { CodeStandingMark } from './code-columns.tsx'

interface CodeCardProps {
  entry: CodeEntry
  isSystem: boolean
  onAct: (act: CodeAct) => void
}

export function CodeCard({ entry, isSystem, onAct }: CodeCardProps) {
  return (
    <>
      <strong>{entry.body.label}</strong>
      <p>
        <code>{entry.code}</code>
        <CodeStandingMark entry={entry} />
        <span>
          {entry.from} 起{entry.to && `，至 ${entry.to}`}
        </span>
        <CodeActs entry={entry} isSystem={isSystem} onAct={onAct} />
      </p>
      {entry.change && <p>{entry.change}</p>}
    </>
  )
}
