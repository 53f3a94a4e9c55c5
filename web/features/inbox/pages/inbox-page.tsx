import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { inboxCountsQuery } from '@/entities/work-item/api/count-inbox.ts'
import { inboxQuery, readInboxPage } from '@/entities/work-item/api/list-inbox.ts'
import { boxes, boxesOf, boxLabels, firstBox, firstSort, inboxSearch, type Box, type InboxCounts } from '@/entities/work-item/model/inbox-filter.ts'
import { dutiesOf } from '@/entities/work-item/model/work-rights.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { AbsenceNote } from '../ui/absence-note.tsx'
import { InboxCard } from '../ui/inbox-card.tsx'
import { inboxColumnsOf } from '../ui/inbox-columns.tsx'
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
  const { state, update } = useSearchState(inboxSearch)
  const counts = useQuery(inboxCountsQuery(session.org_id))
  const shown = boxesOf(duties, session.is_coordinator, counts.data?.sent ?? (state.box === 'sent' ? 1 : 0))
  const box = state.box && shown.includes(state.box) ? state.box : firstBox(duties, counts.data?.approval ?? 0)
  const filter = { ...state, box }
  // Where the day begins hangs on whether something waits for approval: nothing is read before that is known.
  const isDecided = state.box !== undefined || !duties.canApprove || !counts.isPending
  const query = useQuery({ ...inboxQuery(filter, session.org_id), enabled: isDecided })
  const isFiltered = state.kind !== undefined || state.light !== undefined || state.handler !== undefined || state.q !== ''
  const late = duties.worksForBody ? (counts.data?.late ?? 0) : 0
  return (
    <Page title="待办事项" subtitle={late > 0 ? <span className="late-note">本单位超期 {late} 件</span> : undefined}>
      <AbsenceNote />
      <Tabs
        size="small"
        activeKey={box}
        onChange={(key) => {
          const next = boxes.find((one) => one === key)
          update({ box: next, page: 1, sort: firstSort(next), handler: next === 'mine' ? undefined : state.handler })
        }}
        items={shown.map((one) => ({ key: one, label: headOf(one, counts.data) }))}
      />
      <InboxFilters box={box} filter={state} onChange={update} />
      <DataTable
        id={`inbox-${box}`}
        label={boxLabels[box]}
        query={query}
        columns={inboxColumnsOf(box)}
        rowKey={(row) => row.id}
        state={state}
        onState={(patch) => update(patch as Partial<typeof state>)}
        empty={isFiltered ? '没有符合条件的事项' : emptyTexts[box]}
        card={(row) => <InboxCard row={row} />}
        readPage={(offset, limit) => readInboxPage(filter, session.org_id, offset, limit)}
      />
    </Page>
  )
}

/** Counts where they ask for something to be done. */
function headOf(box: Box, counts: InboxCounts | undefined) {
  const count = box === 'mine' || box === 'org' || box === 'approval' || box === 'supervised' ? counts?.[box] : undefined
  return count === undefined ? boxLabels[box] : `${boxLabels[box]} ${count}`
}
