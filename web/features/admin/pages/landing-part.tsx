import { useQuery } from '@tanstack/react-query'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { Tiles } from '@/shared/ui/tiles.tsx'
import { calendarYearsQuery } from '../api/calendar.ts'
import { invitationsQuery } from '../api/list-invitations.ts'
import { messageFiguresQuery } from '../api/messages.ts'
import { officerChangesQuery } from '../api/officer-changes.ts'
import { statusQuery } from '../api/status.ts'
import { waitingOfficersQuery } from '../api/waiting-officers.ts'
import { dutiesOf } from '../model/duties.ts'
import { awaitingMe } from '../model/officer-change.ts'

/** What this administrator looks after, each with what is to be done there, as far as a page of theirs can tell. */
export default function AdminLanding() {
  const session = useSession()
  const may = (permission: string) => can(session, permission)
  const invitations = useQuery({ ...invitationsQuery, enabled: may('officer.invite') })
  const waiting = useQuery({ ...waitingOfficersQuery, enabled: may('officer.grant') })
  const changes = useQuery({ ...officerChangesQuery(true), enabled: may('officer.confirm') })
  const status = useQuery({ ...statusQuery, enabled: may('site.admin') })
  const years = useQuery({ ...calendarYearsQuery, enabled: may('site.admin') })
  const messages = useQuery({ ...messageFiguresQuery, enabled: may('site.admin') })
  const duties = dutiesOf({
    may,
    today: todayInShanghai(),
    invitations: invitations.data?.length,
    waiting: waiting.data?.length,
    toConfirm: changes.data && awaitingMe(changes.data).length,
    findings: status.data,
    undelivered: messages.data?.reduce((sum, { failed }) => sum + failed, 0),
    now: status.dataUpdatedAt,
    years: years.data?.map(({ year }) => year),
  })
  return (
    <section aria-label="系统管理" aria-busy={[invitations, waiting, changes, status, years, messages].some((query) => query.isLoading)}>
      <div className="landing-head">
        <h2>系统管理</h2>
      </div>
      <Tiles label="系统管理" tiles={duties} />
    </section>
  )
}
