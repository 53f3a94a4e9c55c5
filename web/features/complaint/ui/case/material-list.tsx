import { useQuery } from '@tanstack/react-query'
import { formatDateTime } from '@/shared/format/date.ts'
import { QuerySection } from '@/widgets/item-page/ui/item-section.tsx'
import { materialsQuery } from '../../api/get-case-parts.ts'

export function MaterialList({ caseId }: { caseId: string }) {
  const query = useQuery(materialsQuery(caseId))
  return (
    <QuerySection title="补充材料" query={query} isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <ul className="answers">
          {rows.map((row) => (
            <li key={row.id}>
              <p className="long-text">{row.text}</p>
              <span className="muted">{formatDateTime(row.created_at)}</span>
            </li>
          ))}
        </ul>
      )}
    </QuerySection>
  )
}
