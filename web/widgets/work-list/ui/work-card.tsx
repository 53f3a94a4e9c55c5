import { DueText } from '@/entities/work-item/ui/due-text.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import type { RowFace, WorkRow } from '../model/work-row.ts'
import { WorkTitle } from './work-title.tsx'

interface WorkCardProps<Row> {
  row: Row
  face: RowFace<Row>
  /** What tells this row from its neighbours besides the title. */
  facts: readonly (string | false)[]
}

/** A row on a phone. */
export function WorkCard<Row extends WorkRow>({ row, face, facts }: WorkCardProps<Row>) {
  return (
    <>
      <WorkTitle row={row} face={face} />
      <p>
        <LightBadge light={row.light} isOpen={row.is_open} />
        <span>
          {face.kind(row)} · {row.state_label}
        </span>
        <DueText dueAt={row.due_at} workdaysLeft={row.workdays_left} isProvisional={row.due_is_provisional} isOpen={row.is_open} />
      </p>
      <p className="muted">
        {facts
          .filter((fact) => fact !== false)
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        <span>承办人：{row.handler_name ?? '未指派'}</span>
      </p>
    </>
  )
}
