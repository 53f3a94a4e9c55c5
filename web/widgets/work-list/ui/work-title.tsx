import { Link } from 'react-router'
import type { RowFace } from '../model/work-row.ts'
import { useTrailState } from './list-trail.ts'

/** The title that leads to the record, with what stands out about it. */
export function WorkTitle<Row extends { title: string }>({ row, face }: { row: Row; face: Pick<RowFace<Row>, 'path' | 'marks'> }) {
  const path = face.path(row)
  return (
    <Link to={path} state={useTrailState(path)} title={row.title}>
      {face.marks(row).map(({ key, text, title, tone }) => (
        <span key={key} className={tone ? `mark mark-${tone}` : 'mark'} title={title}>
          {text}
        </span>
      ))}
      {row.title}
    </Link>
  )
}
