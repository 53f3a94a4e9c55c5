import { useSession } from '@/entities/session/ui/use-session.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { RowFace } from '@/widgets/work-list/model/work-row.ts'
import { withOptional, workColumns } from '@/widgets/work-list/ui/work-columns.tsx'
import { WorkListPage } from '@/widgets/work-list/ui/work-list-page.tsx'
import { claimTaskRows } from '../api/claims.ts'
import { claimTaskSearch } from '../model/claim-filter.ts'
import type { ClaimTask } from '../model/claim.ts'
import { catalogPaths } from '../paths.ts'

const face: RowFace<ClaimTask> = {
  path: (row) => catalogPaths.claimTask(row.id),
  no: (row) => row.no,
  kind: () => '事项认领',
  marks: (row) => (row.is_supervised ? [{ key: 'supervised', text: '督' }] : []),
  since: { title: '下发日期', sortBy: 'created_at', value: (row) => row.created_at },
}

const body: DataColumn<ClaimTask> = {
  key: 'body',
  title: '认领单位',
  width: 150,
  render: (row) => (
    <span className="two-rows" title={row.body_name}>
      {row.body_name}
    </span>
  ),
  text: (row) => row.body_name,
}
const columns = withOptional(workColumns(face, [body]), 'region', 'handler')

/** What bodies were asked to claim, one item of work for each. */
export default function ClaimTaskListPage() {
  const { is_coordinator: isCoordinator } = useSession()
  return (
    <WorkListPage
      list="catalog-claim-tasks"
      title="认领任务"
      module="catalog"
      kindsOf={() => ['catalog_claim']}
      search={claimTaskSearch}
      placeholder="标题或编号"
      rowsOf={claimTaskRows}
      face={face}
      columnsOf={() => (isCoordinator ? columns : withOptional(columns, 'body'))}
      factsOf={(row) => [row.body_name]}
      batch={[]}
      filters={() => <></>}
    />
  )
}
