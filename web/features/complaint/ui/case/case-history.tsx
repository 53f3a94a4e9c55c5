import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '@/shared/format/date.ts'
import { QuerySection } from '@/widgets/item-page/ui/item-section.tsx'
import { historyQuery } from '../../api/case-subject.ts'
import type { CaseFile } from '../../model/case.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { complaintPaths } from '../../paths.ts'

/** What else was filed of the same business: one complaint is a quarrel, ten are a pattern. */
export function CaseHistory({ one }: { one: CaseFile }) {
  const query = useQuery(historyQuery(one.id))
  return (
    <QuerySection title="同一单位的其他件" query={query} isEmpty={({ count }) => count === 0}>
      {({ rows, count }) => (
        <>
          <p className="muted">
            您可查看的共 {count} 件{count > rows.length && `，列出最近 ${rows.length} 件`}
          </p>
          <ul className="case-history">
            {rows.map((row) => (
              <li key={row.id}>
                <Link to={complaintPaths.detail(row.id)}>{row.title}</Link>
                <span className="muted">
                  {formatDate(row.filed_at)} {caseTypeLabels[row.case_type]} {row.state_label} {row.org_name}
                </span>
              </li>
            ))}
          </ul>
          {count > rows.length && <Link to={complaintPaths.list({ scope: 'all', q: one.subject_name })}>在列表中查看</Link>}
        </>
      )}
    </QuerySection>
  )
}
