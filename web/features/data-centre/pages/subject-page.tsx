import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link, useParams } from 'react-router'
import { SubjectFacts } from '@/entities/subject/ui/subject-facts.tsx'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { subjectFileQuery } from '../api/subject-file.ts'
import type { SubjectFile } from '../model/subject-file.ts'
import { dataCentrePaths } from '../paths.ts'
import '../styles/subjects.css'
import { SourceTable } from '../ui/source-table.tsx'
import { IdentifierList, LicenceList, SubjectLinks } from '../ui/subject-sheets.tsx'
import { SubjectTags } from '../ui/subject-tags.tsx'
import { SubjectTimeline } from '../ui/subject-timeline.tsx'

/** All that is known of one subject, whoever said it. */
export default function SubjectPage() {
  const { id = '' } = useParams()
  const query = useQuery(subjectFileQuery(id))
  return (
    <Page title={query.data?.subject.name ?? '监管对象'} isTyped actions={<Link to={dataCentrePaths.subjects()}>返回监管对象</Link>}>
      <AsyncView query={query}>{(file) => <Sheets file={file} />}</AsyncView>
    </Page>
  )
}

function Sheets({ file }: { file: SubjectFile }) {
  const { subject, losers, children, records } = file
  return (
    <div className="subject-sheets">
      {subject.merged_into_id && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              该监管对象已归并，<Link to={dataCentrePaths.subject(subject.merged_into_id)}>查看保留的一家</Link>
            </>
          }
        />
      )}
      <Panel title="采信的登记信息">
        <SubjectFacts subject={subject} isBrief />
      </Panel>
      <Panel title="各来源的记录">
        <SourceTable records={records} />
      </Panel>
      <div className="subject-pair">
        <Panel title="代码">
          <IdentifierList {...file} />
        </Panel>
        <Panel title="标签">
          <SubjectTags {...file} />
        </Panel>
      </div>
      <Panel title="许可证">
        <LicenceList {...file} />
      </Panel>
      {(subject.parent_id || children.length > 0 || losers.length > 0) && (
        <Panel title="相关的监管对象">
          {subject.parent_id && (
            <p>
              所属：<Link to={dataCentrePaths.subject(subject.parent_id)}>{subject.parent_name}</Link>
            </p>
          )}
          {children.length > 0 && <SubjectLinks rows={children} />}
          {losers.length > 0 && (
            <>
              <p className="muted">已归并到这一家：</p>
              <SubjectLinks rows={losers} />
            </>
          )}
        </Panel>
      )}
      <Panel title="经过">
        <SubjectTimeline file={file} />
      </Panel>
    </div>
  )
}
