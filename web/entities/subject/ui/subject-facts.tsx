import { useQuery } from '@tanstack/react-query'
import { Descriptions } from 'antd'
import { formatDate } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { licencesQuery } from '../api/find-subjects.ts'
import { kindLabels, type Subject } from '../model/subject.ts'
import { LicenceBadge } from './licence-badge.tsx'
import { SubjectState } from './subject-state.tsx'

interface SubjectFactsProps {
  subject: Subject
  /** Licences stand elsewhere on the page. */
  isBrief?: boolean
}

/** What is believed of a business. */
export function SubjectFacts({ subject, isBrief = false }: SubjectFactsProps) {
  return (
    <Descriptions
      className="subject-facts"
      bordered
      size="small"
      column={{ xs: 1, sm: 1, md: 2 }}
      items={[
        {
          key: 'name',
          label: '登记名称',
          span: 'filled',
          children: (
            <>
              {subject.name}
              <SubjectState subject={subject} />
            </>
          ),
        },
        {
          key: 'uscc',
          label: '信用代码',
          children: (
            <>
              {subject.uscc ?? '无'}
              {subject.is_uscc_doubtful && <span className="subject-doubt">校验码不符，登记数据待核实</span>}
            </>
          ),
        },
        { key: 'kind', label: '类型', children: kindLabels[subject.kind] },
        { key: 'industry', label: '行业', children: subject.industry_name ?? '未登记' },
        { key: 'person', label: '法定代表人（经营者）', children: subject.legal_person || '未登记' },
        { key: 'registered', label: '成立日期', children: subject.registered_on ? formatDate(subject.registered_on) : '未登记' },
        { key: 'address', label: '登记住所', span: 'filled', children: `${subject.region_name} ${subject.address}` },
        ...(isBrief ? [] : [{ key: 'licences', label: '许可证', span: 'filled' as const, children: <Licences subjectId={subject.id} /> }]),
        { key: 'source', label: '来源', span: 'filled', children: subject.source || '未注明' },
      ]}
    />
  )
}

function Licences({ subjectId }: { subjectId: string }) {
  const query = useQuery(licencesQuery(subjectId))
  return (
    <AsyncView query={query} wait="正在加载" empty="没有登记的许可证" isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <ul className="subject-licences">
          {rows.map((row) => (
            <li key={row.id}>
              <span>{row.name}</span>
              <span className="muted">{row.licence_no}</span>
              <span>{row.valid_to ? `有效期至 ${formatDate(row.valid_to)}` : '长期有效'}</span>
              <LicenceBadge light={row.light} />
            </li>
          ))}
        </ul>
      )}
    </AsyncView>
  )
}
