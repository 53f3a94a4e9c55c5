import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { actionsQuery } from '@/entities/work-item/api/list-actions.ts'
import type { ActionForms } from '@/entities/work-item/model/field-controls.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { ActionBar } from '@/entities/work-item/ui/action-bar.tsx'
import { ApprovalCard } from '@/entities/work-item/ui/approval-card.tsx'
import { itemControls, type FilesOf, type UseProposals } from './item-controls.tsx'

interface ItemDeskProps {
  item: InboxItem
  module: string
  files: FilesOf
  forms: ActionForms | undefined
  useProposals: UseProposals | undefined
  /** Stays in sight with the bar. */
  children: ReactNode
}

/** What this officer can do with the item now, always in sight; and what waits for a second person. */
export function ItemDesk({ item, module, files: { ownerKind, ownerId }, forms, useProposals, children }: ItemDeskProps) {
  const { officer_id: officerId } = useSession()
  const actions = useQuery(actionsQuery(item.id))
  // Made once for a record: a new component type would lose what was chosen.
  const controls = useMemo(() => itemControls({ ownerKind, ownerId }, useProposals), [ownerKind, ownerId, useProposals])
  // Whoever only agrees or refuses finds their buttons on the request itself.
  const hasBar = !(item.awaits_my_approval && actions.data?.length === 0)
  // What cannot be done needs no place on every screenful.
  const canAct = actions.data?.some(({ blocked }) => blocked === null) ?? false
  return (
    <>
      {item.awaits_my_approval && <ApprovalCard item={item} officerId={officerId} moduleKey={module} />}
      <div className={canAct ? 'item-desk can-act' : 'item-desk'}>
        {hasBar && (
          <div className="item-bar">
            <ActionBar
              itemId={item.id}
              version={item.version}
              hasOpenApproval={item.has_open_approval}
              moduleKey={module}
              controls={controls}
              {...(forms ? { forms } : {})}
            />
          </div>
        )}
        {children}
      </div>
      {!item.awaits_my_approval && <ApprovalCard item={item} officerId={officerId} moduleKey={module} />}
    </>
  )
}
