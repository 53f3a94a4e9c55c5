import { Link } from 'react-router'
import { kindLabels, type Subject } from '@/entities/subject/model/subject.ts'
import { LicenceBadge } from '@/entities/subject/ui/licence-badge.tsx'
import { formatDate } from '@/shared/format/date.ts'
import { identifierKinds, type SubjectFile } from '../model/subject-file.ts'
import { dataCentrePaths } from '../paths.ts'

export function IdentifierList({ identifiers }: Pick<SubjectFile, 'identifiers'>) {
  if (identifiers.length === 0) return <p className="muted">没有登记的代码</p>
  return (
    <ul className="subject-rows">
      {identifiers.map((one) => (
        <li key={`${one.kind} ${one.value}`}>
          <span>{identifierKinds[one.kind] ?? one.kind}</span>
          <strong>{one.value}</strong>
          <span className="muted">{one.source || '未注明来源'}</span>
          {one.is_doubtful && <span className="differ-mark">校验码不符，待核实</span>}
        </li>
      ))}
    </ul>
  )
}

export function LicenceList({ licences }: Pick<SubjectFile, 'licences'>) {
  if (licences.length === 0) return <p className="muted">没有登记的许可证</p>
  return (
    <ul className="subject-rows">
      {licences.map((one) => (
        <li key={one.id}>
          <strong>{one.name}</strong>
          <span>{one.licence_no}</span>
          <span className="muted">
            {one.issuer}，{one.valid_to ? `有效期至 ${formatDate(one.valid_to)}` : '长期有效'}
          </span>
          <LicenceBadge light={one.light} />
        </li>
      ))}
    </ul>
  )
}

/** Others, each with its page. */
export const SubjectLinks = ({ rows }: { rows: readonly Pick<Subject, 'id' | 'name' | 'kind'>[] }) => (
  <ul className="subject-rows">
    {rows.map((one) => (
      <li key={one.id}>
        <Link to={dataCentrePaths.subject(one.id)}>{one.name}</Link>
        <span className="muted">{kindLabels[one.kind]}</span>
      </li>
    ))}
  </ul>
)
