import type { DataColumn } from '@/shared/ui/data-column.ts'
import { codeStandingLabels, type CodeEntry } from '../model/code-entry.ts'
import { CodeActs, type CodeAct } from './code-acts.tsx'

const standingClass = { active: 'current', coming: 'coming', ended: 'past' } as const

export function CodeStandingMark({ entry }: { entry: CodeEntry }) {
  return <span className={`standing standing-${standingClass[entry.standing]}`}>{codeStandingLabels[entry.standing]}</span>
}

const validityWord = ({ from, to }: CodeEntry) => (to ? `${from} 至 ${to}` : `${from} 起`)

export function codeColumns(isSystem: boolean, onAct: (act: CodeAct) => void): readonly DataColumn<CodeEntry>[] {
  return [
    {
      key: 'label',
      title: '名称',
      width: 190,
      sortBy: 'label',
      isRequired: true,
      render: (entry) => <span title={entry.body.label}>{entry.body.label}</span>,
      text: (entry) => entry.body.label,
    },
    {
      key: 'code',
      title: '编码',
      width: 130,
      sortBy: 'code',
      render: (entry) => <code title={entry.code}>{entry.code}</code>,
      text: (entry) => entry.code,
    },
    { key: 'sort', title: '顺序', width: 52, render: (entry) => entry.body.sort, text: (entry) => entry.body.sort },
    {
      key: 'standing',
      title: '状态',
      width: 70,
      render: (entry) => <CodeStandingMark entry={entry} />,
      text: (entry) => codeStandingLabels[entry.standing],
    },
    {
      key: 'from',
      title: '有效期',
      width: 190,
      sortBy: 'from',
      render: validityWord,
      text: validityWord,
    },
    {
      key: 'change',
      title: '待生效变更',
      width: 160,
      render: (entry) => <span title={entry.change}>{entry.change || '—'}</span>,
      text: (entry) => entry.change,
    },
    { key: 'act', title: '操作', width: 140, render: (entry) => <CodeActs entry={entry} isSystem={isSystem} onAct={onAct} /> },
  ]
}
