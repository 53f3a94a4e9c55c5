import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { complaintPaths } from '@/features/complaint/paths.ts'
import { formatDate } from '@/shared/format/date.ts'
import { timelineOf, type SubjectFile } from '../model/subject-file.ts'

export function SubjectTimeline({ file }: { file: SubjectFile }) {
  const codes = useQuery(codesQuery('subject.tag')).data ?? []
  const moments = timelineOf(file, new Map(codes.map(({ code, label }) => [code, label])))
  if (moments.length === 0) return <p className="empty-line">没有记录</p>
  return (
    <ol className="subject-moments">
      {moments.map(({ key, at, text, caseId }) => (
        <li key={key}>
          <time dateTime={at}>{formatDate(at)}</time>
          {caseId ? <Link to={complaintPaths.detail(caseId)}>{text}</Link> : <span>{text}</span>}
        </li>
      ))}
    </ol>
  )
}
