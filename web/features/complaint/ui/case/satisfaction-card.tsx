import { useQuery } from '@tanstack/react-query'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { actionsQuery } from '@/entities/work-item/api/list-actions.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { QuerySection } from '@/widgets/item-page/ui/item-section.tsx'
import { ratingQuery } from '../../api/get-case-parts.ts'

/** What the citizen said of the answer, with their reason; a bad one asks for a call back. */
export function SatisfactionCard({ caseId, itemId }: { caseId: string; itemId: string }) {
  const query = useQuery(ratingQuery(caseId))
  const actions = useQuery(actionsQuery(itemId))
  const canCallBack = actions.data?.some(({ action, blocked }) => action === 'call_back' && !blocked) ?? false
  const levels = useQuery(codesQuery('complaint.satisfaction'))
  return (
    <QuerySection title="群众评价" query={query} isEmpty={(row) => row === null}>
      {(row) => (
        <div className={row && row.level <= 2 ? 'rating rating-bad' : 'rating'}>
          <strong>{levels.data?.find(({ code }) => code === String(row?.level))?.label ?? `${row?.level} 分`}</strong>
          {row?.reason && <p className="long-text">{row.reason}</p>}
          <span className="muted">{formatDateTime(row?.created_at)}</span>
          {row && row.level <= 2 && canCallBack && <p>请核实原因并回访，用“回访”记录结果。</p>}
        </div>
      )}
    </QuerySection>
  )
}
