import { useQuery } from '@tanstack/react-query'
import { formatDateTime } from '@/shared/format/date.ts'
import { QuerySection } from '@/widgets/item-page/ui/item-section.tsx'
import { answersQuery } from '../../api/get-case-parts.ts'

export function AnswerList({ caseId }: { caseId: string }) {
  const query = useQuery(answersQuery(caseId))
  return (
    <QuerySection title="对外答复" query={query} isEmpty={(rows) => rows.length === 0}>
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
    </QuerySection>
  )
}
