import { Button } from 'antd'
import { Link } from 'react-router'
import type { Subject } from '@/entities/subject/model/subject.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { comparePair, grounds } from '../model/merge-pair.ts'
import type { Merge } from '../model/subject-file.ts'
import { dataCentrePaths } from '../paths.ts'
import type { Act } from './decide-merge-dialog.tsx'

interface MergeCardProps {
  merge: Merge
  left: Subject
  right: Subject
  onAct: (act: Act) => void
}

/** Two that may be one, side by side. */
export function MergeCard({ merge, left, right, onAct }: MergeCardProps) {
  const name = `${left.name} 与 ${right.name}`
  return (
    <article className="merge-card" aria-label={name}>
      <p className="merge-ground">
        <strong>{grounds[merge.ground] ?? merge.ground}</strong>
        <span className="muted">{formatDateTime(merge.found_at)} 提出</span>
      </p>
      <table className="compare-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {[left, right].map((one) => (
              <th key={one.id} scope="col">
                <Link to={dataCentrePaths.subject(one.id)}>
                  {merge.winner_id === one.id ? '保留的一家' : merge.winner_id ? '并入的一家' : '查看'}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparePair(left, right).map((row) => (
            <tr key={row.label} className={row.isDifferent ? 'is-different' : undefined}>
              <th scope="row">
                {row.label}
                {row.isDifferent && <span className="differ-mark">不同</span>}
              </th>
              <td>{row.left}</td>
              <td>{row.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {merge.decided_at && (
        <p className="muted long-text">
          {merge.decided_words}，{formatDateTime(merge.decided_at)}：{merge.reason}
        </p>
      )}
      <div className="merge-acts">
        {merge.state === 'confirmed' ? (
          <Button aria-label={`撤销归并：${name}`} onClick={() => onAct('undo')}>
            撤销归并
          </Button>
        ) : (
          <>
            <Button type="primary" aria-label={`归并：${name}`} onClick={() => onAct('confirm')}>
              归并
            </Button>
            {merge.state !== 'refused' && (
              <Button aria-label={`不是同一家：${name}`} onClick={() => onAct('refuse')}>
                不是同一家
              </Button>
            )}
          </>
        )}
      </div>
    </article>
  )
}
