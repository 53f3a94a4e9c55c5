import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { tileCountsQuery } from '@/entities/work-item/api/count-tiles.ts'
import { nextBox, tileGroupsOf } from '@/entities/work-item/model/inbox-tiles.ts'
import { dutiesOf } from '@/entities/work-item/model/work-rights.ts'
import { Problem } from '@/shared/ui/async-view.tsx'
import { Tiles } from '@/shared/ui/tiles.tsx'
import { inboxPaths } from '../paths.ts'
import '../styles/landing.css'
import { AbsenceNote } from '../ui/absence-note.tsx'
import { NextItems } from '../ui/next-items.tsx'

/** Whoever only oversees has no desk: what is being pressed stands below the figures. */
export function SupervisedLanding() {
  return dutiesOf(useSession()).worksForBody ? <></> : <NextItems box="supervised" />
}

/** The day at a glance: numbers that lead to exactly their rows, and what is due next. */
export default function InboxLanding() {
  const session = useSession()
  const duties = dutiesOf(session)
  const groups = tileGroupsOf(duties)
  const counts = useQuery(
    tileCountsQuery(
      groups.flatMap((group) => group.tiles),
      session.org_id,
    ),
  )
  const box = counts.data && nextBox(duties, counts.data)
  if (counts.isError && !counts.data) return <Problem error={counts.error} onRetry={() => void counts.refetch()} />
  return (
    <>
      {duties.worksForBody && <AbsenceNote />}
      <div className="tile-groups" aria-busy={counts.isPending}>
        {groups.map(({ title, tiles }) => (
          <section key={title} style={{ flexGrow: tiles.length }} aria-label={title}>
            <h2>{title}</h2>
            <Tiles
              label={title}
              tiles={tiles.map((tile) => ({
                key: tile.key,
                title: tile.title,
                to: inboxPaths.inbox(tile.rows),
                count: counts.data?.[tile.key],
                isUrgent: tile.key === 'late' && (counts.data?.late ?? 0) > 0,
              }))}
            />
          </section>
        ))}
      </div>
      {duties.worksForBody && <NextItems box={box} expected={box && counts.data?.[box]} />}
    </>
  )
}
