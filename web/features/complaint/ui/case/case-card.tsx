import { Link } from 'react-router'
import { DueText } from '@/entities/work-item/ui/due-text.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import type { CaseRow } from '../../model/case.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { complaintPaths } from '../../paths.ts'

export function CaseCard({ row }: { row: CaseRow }) {
  return (
    <>
      <Link to={complaintPaths.detail(row.id)}>
        {row.is_supervised && <span className="mark">督</span>}
        {row.satisfaction !== null && row.satisfaction <= 2 && <span className="mark mark-urge">不满意</span>}
        {row.title}
      </Link>
      <p>
        <LightBadge light={row.light} isOpen={row.is_open} />
        <span>
          {caseTypeLabels[row.case_type]} · {row.state_label}
        </span>
        <DueText dueAt={row.due_at} workdaysLeft={row.workdays_left} isProvisional={row.due_is_provisional} isOpen={row.is_open} />
      </p>
      <p className="muted">
        <span>{row.subject_name}</span>
        <span>{row.org_name}</span>
        <span>承办人：{row.handler_name ?? '未指派'}</span>
      </p>
    </>
  )
}
