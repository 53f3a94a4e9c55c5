import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { absencesQuery } from '@/entities/work-item/api/absences.ts'
import { absencesNow } from '@/entities/work-item/model/absence.ts'
import { todayInShanghai } from '@/shared/format/date.ts'

/** Few are away on any one day; the others load nothing for it. */
const AbsenceAlerts = lazy(async () => ({ default: (await import('./absence-alerts.tsx')).AbsenceAlerts }))

/** Whoever works for somebody absent is told whose items stand among their own; whoever is away, who works for them. */
export function AbsenceNote() {
  const { officer_id: officerId } = useSession()
  const query = useQuery(absencesQuery(officerId))
  const { deputised, own } = absencesNow(query.data ?? [], officerId, todayInShanghai())
  if (deputised.length === 0 && !own) return null
  return (
    <Suspense>
      <AbsenceAlerts deputised={deputised} own={own} />
    </Suspense>
  )
}
