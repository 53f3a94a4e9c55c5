import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { inboxCountsQuery } from '@/entities/work-item/api/count-inbox.ts'
import { inboxQuery, readInboxPage } from '@/entities/work-item/api/list-inbox.ts'
import { boxes, boxesOf, boxLabels, firstBox, firstSort, inboxSearch, type Box, type InboxCounts } from '@/entities/work-item/model/inbox-filter.ts'
import { dutiesOf } from '@/entities/work-item/model/work-rights.ts'
import { TabStrip } from '@/shared/ui/tab-strip.tsx'
import { ListPage } from '@/widgets/work-list/ui/list-page.tsx'
import { useListAddress } from '@/widgets/work-list/ui/use-list-address.ts'
import { WorkCard } from '@/widgets/work-list/ui/work-card.tsx'
import { inboxPaths } from '../paths.ts'
import { AbsenceNote } from '../ui/absence-note.tsx'
import { inboxColumnsOf, inboxFace } from '../ui/inbox-columns.tsx'
import { InboxFilters } from '../ui/inbox-filters.tsx'

const emptyTexts: Record<Box, string> = {
  mine: '没有由您承办的事项',
  org: '本单位没有待办事项',
  approval: '没有待您审批的事项',
  sent: '没有交给其他单位、尚未办结的事项',
  done: '还没有办结的事项',
  supervised: '没有督办中的事项',
  followed: '还没有关注的事项，可在事项页点“关注”',
}

export default function InboxPage() {
  const session = useSession()
  const duties = dutiesOf(session)
  const address = useListAddress('inbox', inboxSearch)
  const { state, update } = address
  const counts = useQuery(inboxCountsQuery(session.org_id))
  const kinds = useQuery(codesQuery('work.kind')).data ?? []
  const shown = boxesOf(duties, session.is_coordinator, counts.data?.sent ?? (state.box === 'sent' ? 1 : 0))
  const box = state.box && shown.includes(state.box) ? state.box : firstBox(duties, counts.data?.approval ?? 0)
  const filter = { ...state, box }
  // Where the day begins hangs on whether something waits for approval: nothing is read before that is known.
  const isDecided = address.isDecided && (state.box !== undefined || !duties.canApprove || !counts.isPending)
  const query = useQuery({ ...inboxQuery(filter, session.org_id), enabled: isDecided })
  const late = duties.worksForBody ? (counts.data?.late ?? 0) : 0
  return (
    <ListPage
      list="inbox"
      title="待办事项"
      subtitle={
        late > 0 ? (
          <Link className="late-note" to={inboxPaths.inbox({ box: 'org', due: 'late' })}>
            本单位超期 {late} 件
          </Link>
        ) : undefined
      }
      search={inboxSearch}
      address={{ ...address, state: filter }}
      names={{ kind: kinds.find(({ code }) => code === state.kind)?.label }}
      head={
        <>
          <AbsenceNote />
          <TabStrip
            label="事项"
            value={box}
            tabs={shown.map((one) => ({ key: one, label: boxLabels[one], count: countOf(one, counts.data) }))}
            onChange={(key) => {
              const next = boxes.find((one) => one === key)
              update({
                box: next,
                page: 1,
                sort: firstSort(next),
                handler: next === 'mine' ? undefined : state.handler,
                due: next === 'done' ? undefined : state.due,
              })
            }}
          />
        </>
      }
      filters={<InboxFilters box={box} filter={state} kinds={kinds} onChange={update} />}
      pathOf={inboxFace.path}
      table={{
        id: `inbox-${box}`,
        label: boxLabels[box],
        query,
        columns: inboxColumnsOf(box),
        rowKey: (row) => row.id,
        empty: inboxSearch.isNarrowed(state) ? '没有符合条件的事项' : emptyTexts[box],
        card: (row) => <WorkCard row={row} face={inboxFace} facts={[row.region_name, !row.is_mine && row.org_name]} />,
        readPage: (offset, limit) => readInboxPage(filter, session.org_id, offset, limit),
      }}
    />
  )
}

/** Counts where they ask for something to be done. */
const countOf = (box: Box, counts: InboxCounts | undefined) =>
  box === 'mine' || box === 'org' || box === 'approval' || box === 'supervised' ? counts?.[box] : undefined
