import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { useMemo } from 'react'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { actionsQuery } from '@/entities/work-item/api/list-actions.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { ActionBar } from '@/entities/work-item/ui/action-bar.tsx'
import { ApprovalCard } from '@/entities/work-item/ui/approval-card.tsx'
import { caseControls } from './case-controls.tsx'

interface CaseDeskProps {
  caseId: string
  item: InboxItem
}

/** What this officer can do with the case now, and what waits for a second person. */
export function CaseDesk({ caseId, item }: CaseDeskProps) {
  const { officer_id: officerId } = useSession()
  const actions = useQuery(actionsQuery(item.id))
  const controls = useMemo(() => caseControls(caseId), [caseId])
  // Whoever only agrees or refuses finds their buttons on the request itself.
  const hasBar = !(item.awaits_my_approval && actions.data?.length === 0)
  // What cannot be done needs no place on every screenful.
  const canAct = actions.data?.some(({ blocked }) => blocked === null) ?? false
  const bar = hasBar && (
    <Card className={canAct ? 'action-card is-sticky' : 'action-card'} size="small">
      <ActionBar itemId={item.id} version={item.version} hasOpenApproval={item.has_open_approval} moduleKey="complaint" controls={controls} />
    </Card>
  )
  return (
    <>
      {!item.awaits_my_approval && bar}
      <ApprovalCard item={item} officerId={officerId} moduleKey="complaint" />
      {item.awaits_my_approval && bar}
    </>
  )
}
