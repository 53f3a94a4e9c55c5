import type { DataColumn } from '@/shared/ui/data-column.ts'
import { codeStandingLabels, type CodeEntry } from '../model/code-entry.ts'
import { CodeActs, type CodeAct } from './code-acts.tsx'

const standingClass = { active: 'current', coming: 'coming', ended: 'past' } as const

export function CodeStandingMark({ entry }: { entry: CodeEntry }) {
  return <span className={`standing standing-${standingClass[entry.standing]}`}>{codeStandingLabels[entry.standing]}</span>
}

export function codeColumns(isSystem: boolean, onAct: (act: CodeAct) => void): readonly DataColumn<CodeEntry>[] {
  return [
    {
      key: 'label',
      title: '名称',
      width: 220,
      sortBy: 'label',
      isRequired: true,
      render: (entry) => <span title={entry.body.label}>{entry.body.label}</span>,
      text: (entry) => entry.body.label,
    },
    { key: 'code', title: '编码', width: 150, sortBy: 'code', render: (entry) => <code>{entry.code}</code>, text: (entry) => entry.code },
    { key: 'sort', title: '顺序', width: 60, render: (entry) => entry.body.sort, text: (entry) => entry.body.sort },
    {
      key: 'standing',
      title: '状态',
      width: 80,
      render: (entry) => <CodeStandingMark entry={entry} />,
      text: (entry) => codeStandingLabels[entry.standing],
    },
    { key: 'from', title: '启用日期', width: 110, sortBy: 'from', render: (entry) => entry.from, text: (entry) => entry.from },
    { key: 'to', title: '停用日期', width: 110, render: (entry) => entry.to ?? '—', text: (entry) => entry.to },
    {
      key: 'change',
      title: '待生效变更',
      width: 220,
      render: (entry) => <span title={entry.change}>{entry.change || '—'}</span>,
      text: (entry) => entry.change,
    },
    { key: 'act', title: '操作', width: 150, render: (entry) => <CodeActs entry={entry} isSystem={isSystem} onAct={onAct} /> },
  ]
}
