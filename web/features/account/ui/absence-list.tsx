import { Button, Popconfirm } from 'antd'
import { useEndAbsence } from '@/entities/work-item/api/absences.ts'
import { absencePhaseLabels, phaseOf, type Absence } from '@/entities/work-item/model/absence.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { showToast } from '@/shared/ui/toast-store.ts'

interface AbsenceListProps {
  rows: readonly Absence[]
  /** Own ones may be ended; those of others are for information. */
  isOwn: boolean
}

export function AbsenceList({ rows, isOwn }: AbsenceListProps) {
  const end = useEndAbsence()
  const today = todayInShanghai()
  return (
    <ul className="absences">
      {rows.map((row) => {
        const phase = phaseOf(row, today)
        const isEnding = end.isPending && end.variables === row.id
        return (
          <li key={row.id}>
            <span>
              <strong>
                {row.starts_on} 至 {row.ends_on}
              </strong>
              <span className="muted">
                {isOwn ? `由${row.deputy?.name ?? '同事'}代办` : `代${row.officer?.name ?? '同事'}办理`} · {absencePhaseLabels[phase]}
              </span>
            </span>
            {isOwn && phase !== 'over' && (
              <Popconfirm
                title={phase === 'coming' ? '取消这次登记？' : '今天起恢复由您本人办理？'}
                okText="确认"
                onConfirm={() => end.mutate(row.id, { onSuccess: () => showToast('success', phase === 'coming' ? '已取消登记' : '已结束代办') })}
              >
                <Button size="small" loading={isEnding}>
                  {phase === 'coming' ? '取消登记' : '已返岗，结束代办'}
                </Button>
              </Popconfirm>
            )}
          </li>
        )
      })}
    </ul>
  )
}
