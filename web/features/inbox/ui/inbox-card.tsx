import { Link } from 'react-router'
import { itemPath } from '@/entities/work-item/model/item-path.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { DueText } from '@/entities/work-item/ui/due-text.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'

export function InboxCard({ row }: { row: InboxItem }) {
  return (
    <>
      <Link to={itemPath(row.id)}>
        {row.has_open_approval && <span className="mark mark-ask">审</span>}
        {row.is_supervised && <span className="mark">督</span>}
        {row.urge_count > 0 && <span className="mark mark-urge">催</span>}
        {row.title}
      </Link>
      <p>
        <LightBadge light={row.light} isOpen={row.is_open} />
        <span>
          {row.kind_label} · {row.state_label}
        </span>
        <DueText dueAt={row.due_at} workdaysLeft={row.workdays_left} isProvisional={row.due_is_provisional} isOpen={row.is_open} />
      </p>
      <p className="muted">
        <span>{row.region_name}</span>
        {!row.is_mine && <span>{row.org_name}</span>}
        <span>承办人：{row.handler_name ?? '未指派'}</span>
      </p>
    </>
  )
}
