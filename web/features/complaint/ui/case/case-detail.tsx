import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card } from 'antd'
import { itemQuery } from '@/entities/work-item/api/get-item.ts'
import { termsQuery } from '@/entities/work-item/api/list-events.ts'
import { FollowButton } from '@/entities/work-item/ui/follow-button.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import { TermList } from '@/entities/work-item/ui/term-list.tsx'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { useTopic } from '@/shared/supabase/realtime.ts'
import { reporterQuery } from '../../api/get-case-parts.ts'
import type { CaseFile } from '../../model/case.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { AnswerList } from './answer-list.tsx'
import { CaseDesk } from './case-desk.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseFiles } from './case-files.tsx'
import { CaseHistory } from './case-history.tsx'
import { MaterialList } from './material-list.tsx'
import { ReporterCard } from './reporter-card.tsx'
import { RouteReasons } from './route-reasons.tsx'
import { SatisfactionCard } from './satisfaction-card.tsx'

export function CaseDetail({ one }: { one: CaseFile }) {
  const client = useQueryClient()
  const item = useQuery(itemQuery(one.item_id))
  const terms = useQuery(termsQuery(one.item_id))
  const reporter = useQuery(reporterQuery(one.filing_id))
  useTopic(`work:${one.item_id}`, () => {
    void client.invalidateQueries({ queryKey: ['work'] })
    void client.invalidateQueries({ queryKey: ['complaint'] })
    // Photos are stored right after the step that announces them.
    for (const delay of [0, 3_000]) setTimeout(() => void client.invalidateQueries({ queryKey: ['attachment', 'complaint_case', one.id] }), delay)
  })
  return (
    <Page
      title={one.title}
      subtitle={
        <span className="case-sub">
          {caseTypeLabels[one.case_type]} {one.case_no} <strong className="state-chip">{one.state_label}</strong>
          <LightBadge light={one.light} isOpen={one.is_open} />
          {one.is_supervised && <span className="mark">督办</span>}
          {(one.is_open || one.handler_name) && <span>承办人：{one.handler_name ?? '未指派'}</span>}
        </span>
      }
      actions={item.data && <FollowButton itemId={one.item_id} isFollowed={item.data.is_followed} />}
    >
      <AsyncView query={item}>{(current) => <CaseDesk caseId={one.id} item={current} />}</AsyncView>
      <div className="case-grid">
        <div className="case-main">
          <CaseFacts one={one} />
          <CaseFiles caseId={one.id} isOpen={one.is_open} isClosedToViewer={reporter.data === null} />
          <MaterialList caseId={one.id} />
          <AnswerList caseId={one.id} />
        </div>
        <div className="case-side">
          {one.satisfaction !== null && <SatisfactionCard caseId={one.id} itemId={one.item_id} />}
          <Card size="small" title="期限">
            <TermList query={terms} />
          </Card>
          <RouteReasons caseId={one.id} orgId={one.org_id} orgName={one.org_name} />
          <ReporterCard caseId={one.id} orgId={one.org_id} query={reporter} />
          <CaseHistory itemId={one.item_id} caseType={one.case_type} />
        </div>
      </div>
    </Page>
  )
}
