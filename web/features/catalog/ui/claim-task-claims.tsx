import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ExportButton } from '@/shared/ui/export-button.tsx'
import { PickBox } from '@/shared/ui/pick-box.tsx'
import { RowTable } from '@/shared/ui/row-table.tsx'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import { claimsOfTaskQuery } from '../api/claims.ts'
import { actsOn, claimStateLabels, type Claim, type ClaimTask } from '../model/claim.ts'
import { useClaimTable } from './use-claim-table.tsx'

/** The items of a task, with what its body, or the coordinator, may say to them. */
export function ClaimTaskClaims({ task }: { task: ClaimTask }) {
  const query = useQuery(claimsOfTaskQuery(task.id))
  return (
    <ItemSection title="认领的事项">
      <AsyncView query={query} empty="这项任务的事项已在以后的任务里重新下发" isEmpty={(rows) => rows.length === 0}>
        {(rows) => <Claims rows={rows} title={task.title} />}
      </AsyncView>
    </ItemSection>
  )
}

function Claims({ rows, title }: { rows: readonly Claim[]; title: string }) {
  const session = useSession()
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const table = useClaimTable(rows, true)
  const { selection } = table
  const columns = table.columns.filter((column) => !column.isOptional && !column.isExportOnly)
  const counted = (['pending', 'claimed', 'declining', 'declined', 'ended'] as const)
    .map((state) => ({ state, n: rows.filter((row) => row.state === state).length }))
    .filter(({ n }) => n > 0)
  const hasActs = rows.some((claim) => actsOn(claim, session).length > 0)
  return (
    <>
      <div className="claim-head">
        <span role="status">
          共 {rows.length} 项：{counted.map(({ state, n }) => `${claimStateLabels[state]} ${n}`).join('，')}
          {hasActs && '。请选择事项，逐项或成批办理'}
        </span>
        {hasActs && (
          <Button size="small" onClick={table.pickAll}>
            选择可办理的各项
          </Button>
        )}
        <ExportButton<Claim>
          name={title}
          columns={table.columns}
          count={rows.length}
          readPage={(offset, limit) => Promise.resolve(rows.slice(offset, offset + limit))}
        />
      </div>
      {table.bar}
      {isNarrow ? (
        <ul className="claim-cards">
          {rows.map((claim) => (
            <li key={claim.id}>
              {table.selection?.canPick(claim) && <PickBox row={claim} rowId={table.rowKey(claim)} selection={table.selection} />}
              {table.card(claim)}
            </li>
          ))}
        </ul>
      ) : (
        <ScrollBox label="认领的事项">
          <RowTable
            rows={rows}
            columns={columns}
            rowKey={table.rowKey}
            isBusy={false}
            empty="没有事项"
            picks={
              hasActs && selection
                ? { keys: selection.keys, box: (row) => <PickBox row={row} rowId={table.rowKey(row)} selection={selection} /> }
                : undefined
            }
          />
        </ScrollBox>
      )}
      {table.dialogs}
    </>
  )
}
