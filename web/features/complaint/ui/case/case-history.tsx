import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { eventsQuery } from '@/entities/work-item/api/list-events.ts'
import { EventTimeline } from '@/entities/work-item/ui/event-timeline.tsx'
import { groundsQuery } from '../../api/list-grounds.ts'
import { officerNamesQuery } from '../../api/list-officer-names.ts'
import { eventWords, namedOfficers } from '../../model/case-words.ts'

export function CaseHistory({ itemId, caseType }: { itemId: string; caseType: string }) {
  const events = useQuery(eventsQuery(itemId))
  const grounds = useQuery(groundsQuery)
  const names = useQuery(officerNamesQuery(namedOfficers(events.data ?? [])))
  return (
    <Card size="small" title="办理经过">
      <EventTimeline query={events} groundOf={(event) => eventWords(event, caseType, grounds.data, names.data ?? {})} />
    </Card>
  )
}
