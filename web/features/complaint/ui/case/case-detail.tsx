import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card } from 'antd'
import { AttachmentGallery } from '@/entities/attachment/ui/attachment-gallery.tsx'
import { UploadButton } from '@/entities/attachment/ui/upload-button.tsx'
import { CodeSelect } from '@/entities/code/ui/code-select.tsx'
import { Can } from '@/entities/session/ui/can.tsx'
import { itemQuery } from '@/entities/work-item/api/get-item.ts'
import { eventsQuery, termsQuery } from '@/entities/work-item/api/list-events.ts'
import { ActionBar } from '@/entities/work-item/ui/action-bar.tsx'
import { EventTimeline } from '@/entities/work-item/ui/event-timeline.tsx'
import { FollowButton } from '@/entities/work-item/ui/follow-button.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import { TermList } from '@/entities/work-item/ui/term-list.tsx'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { useTopic } from '@/shared/supabase/realtime.ts'
import type { CaseRow, CaseTexts } from '../../model/case.ts'
import { groundsQuery } from '../../api/list-grounds.ts'
import { groundOf } from '../../model/ground-of.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { AnswerList } from './answer-list.tsx'
import { CaseFacts } from './case-facts.tsx'
import { MaterialList } from './material-list.tsx'
import { ReporterCard } from './reporter-card.tsx'
import { RouteReasons } from './route-reasons.tsx'
import { SiteRegionCascader } from './site-region-cascader.tsx'

const controls = { region: SiteRegionCascader, code: CodeSelect }

export function CaseDetail({ one }: { one: CaseRow & CaseTexts }) {
  const client = useQueryClient()
  const item = useQuery(itemQuery(one.item_id))
  const events = useQuery(eventsQuery(one.item_id))
  const grounds = useQuery(groundsQuery)
  const terms = useQuery(termsQuery(one.item_id))
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
        </span>
      }
      actions={item.data && <FollowButton itemId={one.item_id} isFollowed={item.data.is_followed} />}
    >
      <Card className="action-card" size="small">
        <AsyncView query={item}>
          {(current) => <ActionBar itemId={one.item_id} version={current.version} moduleKey="complaint" controls={controls} />}
        </AsyncView>
      </Card>
      <div className="case-grid">
        <div className="case-main">
          <CaseFacts one={one} />
          <Card
            size="small"
            title="照片和附件"
            extra={
              one.is_open && (
                <Can permission="complaint.handle">
                  <UploadButton ownerKind="complaint_case" ownerId={one.id} />
                </Can>
              )
            }
          >
            <AttachmentGallery ownerKind="complaint_case" ownerId={one.id} />
          </Card>
          <MaterialList caseId={one.id} />
          <AnswerList caseId={one.id} />
        </div>
        <div className="case-side">
          <Card size="small" title="期限">
            <TermList query={terms} />
          </Card>
          <RouteReasons caseId={one.id} orgName={one.org_name} />
          <ReporterCard caseId={one.id} filingId={one.filing_id} />
          <Card size="small" title="办理经过">
            <EventTimeline query={events} groundOf={(event) => groundOf(grounds.data, one.case_type, event.payload)} />
          </Card>
        </div>
      </div>
    </Page>
  )
}
