import { Link } from 'react-router'
import { termWord } from '@/entities/term/model/term-word.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { ruleWords, type RuleRow } from '../model/deadline-rule.ts'
import { adminPaths } from '../paths.ts'

export function RuleMarks({ row }: { row: RuleRow }) {
  return (
    <>
      {row.current?.is_confirmed === false && <span className="standing standing-doubt">待核对</span>}
      {row.next && <span className="standing standing-coming">待生效</span>}
    </>
  )
}

export const nextWord = ({ next }: RuleRow) => (next ? `${next.effective_from} 起 ${termWord(next)}` : '')

export function ruleColumns(moduleWord: (module: string) => string): readonly DataColumn<RuleRow>[] {
  return [
    {
      key: 'label',
      title: '时限',
      width: 170,
      sortBy: 'label',
      isRequired: true,
      render: (row) => <Link to={adminPaths.deadlineRule(row.key)}>{row.label}</Link>,
      text: (row) => row.label,
    },
    { key: 'module', title: '模块', width: 80, render: (row) => moduleWord(row.module), text: (row) => moduleWord(row.module) },
    {
      key: 'current',
      title: '现行规定',
      width: 120,
      render: (row) => (row.current ? <span title={ruleWords(row.current)}>{termWord(row.current)}</span> : '—'),
      text: (row) => (row.current ? termWord(row.current) : ''),
    },
    { key: 'next', title: '待生效', width: 200, render: (row) => nextWord(row) || '—', text: nextWord },
    {
      key: 'basis',
      title: '依据',
      width: 320,
      render: (row) => <span title={row.current?.legal_basis}>{row.current?.legal_basis}</span>,
      text: (row) => row.current?.legal_basis ?? '',
    },
    {
      key: 'marks',
      title: '标记',
      width: 130,
      render: (row) => <RuleMarks row={row} />,
      text: (row) => [row.current?.is_confirmed === false && '待核对', row.next && '待生效'].filter(Boolean).join('、'),
    },
    {
      key: 'from',
      title: '施行日期',
      width: 110,
      sortBy: 'from',
      render: (row) => row.current?.effective_from ?? '—',
      text: (row) => row.current?.effective_from ?? '',
    },
  ]
}
