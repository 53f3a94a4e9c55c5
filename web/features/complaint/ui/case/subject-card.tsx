import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { subjectQuery } from '@/entities/subject/api/find-subjects.ts'
import { SubjectFacts } from '@/entities/subject/ui/subject-facts.tsx'
import { SubjectSelect } from '@/entities/subject/ui/subject-select.tsx'
import { dataCentrePaths } from '@/features/data-centre/paths.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import { useLinkSubject } from '../../api/case-subject.ts'
import type { CaseFile } from '../../model/case.ts'

/** Who the case is about, as the register knows them; the body that has the case says which one it is. */
export function SubjectCard({ one }: { one: CaseFile }) {
  const session = useSession()
  const mayRead = can(session, 'subject.read')
  const query = useQuery(subjectQuery(mayRead ? one.subject_id : null))
  const mayLink = mayRead && one.org_id === session.org_id && (can(session, 'complaint.handle') || can(session, 'complaint.dispatch'))
  const link = useLinkSubject(one.id)
  const [chosen, setChosen] = useState<string>()
  if (!mayRead || (!one.subject_id && !mayLink)) return <></>
  if (!one.subject_id)
    return (
      <ItemSection title="登记信息">
        <p className="muted">尚未关联监管对象库。请核对名称、代码和地址后选择；库中没有的不必关联，仍按投诉举报人填写的办理。</p>
        <div className="link-subject">
          <SubjectSelect label="查找被投诉举报单位" initial={one.subject_uscc ?? one.subject_name} value={chosen} onChange={setChosen} />
          <Button type="primary" disabled={!chosen} loading={link.isPending} onClick={() => chosen && link.mutate(chosen)}>
            关联
          </Button>
        </div>
      </ItemSection>
    )
  return (
    <ItemSection
      title="登记信息"
      extra={
        mayLink && (
          <Button size="small" loading={link.isPending} onClick={() => link.mutate(null)}>
            取消关联
          </Button>
        )
      }
    >
      <AsyncView query={query} empty="监管对象库中已没有该单位" isEmpty={(row) => row === null}>
        {(row) =>
          row ? (
            <>
              <SubjectFacts subject={row} />
              <p>
                <Link to={dataCentrePaths.subject(row.id)}>查看该监管对象的全部情况</Link>
              </p>
            </>
          ) : (
            <></>
          )
        }
      </AsyncView>
    </ItemSection>
  )
}
