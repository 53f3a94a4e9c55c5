import { formatDate } from '@/shared/format/date.ts'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { compareRecords, type SubjectRecord } from '../model/subject-file.ts'

/** What each source says, the most trusted first, what differs marked. */
export function SourceTable({ records }: { records: readonly SubjectRecord[] }) {
  if (records.length === 0) return <p className="empty-line">没有来源记录</p>
  return (
    <ScrollBox label="来源记录">
      <table className="compare-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {records.map((one) => (
              <th key={one.id} scope="col">
                {one.source_name}
                <span className="muted">{one.is_current ? formatDate(one.received_at) : '来源已撤回'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareRecords(records).map((row) => (
            <tr key={row.field} className={row.isDifferent ? 'is-different' : undefined}>
              <th scope="row">
                {row.label}
                {row.isDifferent && <span className="differ-mark">不一致</span>}
              </th>
              {row.cells.map((cell, index) => (
                <td key={records[index]?.id}>{cell || '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
