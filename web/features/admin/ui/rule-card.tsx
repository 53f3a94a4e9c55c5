import { Link } from 'react-router'
import { termWord } from '@/entities/term/model/term-word.ts'
import type { RuleRow } from '../model/deadline-rule.ts'
import { adminPaths } from '../paths.ts'
import { nextWord, RuleMarks } from './rule-columns.tsx'

export function RuleCard({ row, module }: { row: RuleRow; module: string }) {
  return (
    <>
      <Link to={adminPaths.deadlineRule(row.key)}>{row.label}</Link>
      <p>
        <span>{module}</span>
        {row.current && <strong>{termWord(row.current)}</strong>}
        <RuleMarks row={row} />
      </p>
      {row.next && <p>{nextWord(row)}</p>}
      <p>{row.current?.legal_basis}</p>
    </>
  )
}
