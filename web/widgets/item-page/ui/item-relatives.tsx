import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { relativesQuery } from '@/entities/work-item/api/list-relatives.ts'
import { itemPath } from '@/entities/work-item/model/item-path.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import { QuerySection } from './item-section.tsx'

const kin: Record<string, string> = { parent: '上级事项', child: '下级事项' }

/** What the item is a part of, its parts, and what belongs with it. */
export function ItemRelatives({ item }: { item: InboxItem }) {
  const query = useQuery(relativesQuery(item))
  const roles = useQuery(codesQuery('work.link'))
  const nameOf = (role: string) => kin[role] ?? roles.data?.find(({ code }) => code === role)?.label ?? '关联'
  return (
    <QuerySection title="关联事项" query={query} isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <>
          {item.child_count > 0 && (
            <p className="muted">
              下级事项共 {item.child_count} 件，未办结 {item.open_child_count} 件
            </p>
          )}
          <ul className="relatives">
            {rows.map((row) => (
              <li key={row.id}>
                <span className="muted">{nameOf(row.role)}</span>
                <span>
                  <Link to={itemPath(row.id)}>{row.title}</Link>
                  <small className="muted">
                    {row.kind_label} {row.no}，{row.org_name}
                  </small>
                </span>
                <span>
                  {row.state_label} <LightBadge light={row.light} isOpen={row.is_open} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </QuerySection>
  )
}
