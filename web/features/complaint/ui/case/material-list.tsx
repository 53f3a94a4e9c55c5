import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { materialsQuery } from '../../api/get-case-parts.ts'

export function MaterialList({ caseId }: { caseId: string }) {
  const query = useQuery(materialsQuery(caseId))
  return (
    <Card size="small" title="补充材料">
      <AsyncView query={query} empty="没有补充材料" isEmpty={(rows) => rows.length === 0}>
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
      </AsyncView>
    </Card>
  )
}
