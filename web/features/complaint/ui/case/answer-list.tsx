import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { answersQuery } from '../../api/get-case-parts.ts'

export function AnswerList({ caseId }: { caseId: string }) {
  const query = useQuery(answersQuery(caseId))
  return (
    <Card size="small" title="对外答复">
      <AsyncView query={query} empty="尚未答复" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ul className="answers">
            {rows.map((row) => (
              <li key={row.id}>
                {row.outcome_label && <strong>{row.outcome_label}</strong>}
                <p className="long-text">{row.public_text}</p>
                <span className="muted">
                  {row.orgs?.name} {formatDateTime(row.created_at)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </AsyncView>
    </Card>
  )
}
