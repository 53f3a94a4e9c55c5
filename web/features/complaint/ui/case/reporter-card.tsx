import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { can, isWithheld } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { accountPaths } from '@/features/account/paths.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import { reporterQuery } from '../../api/get-case-parts.ts'
import { revealAsksQuery } from '../../api/reveal-reporter.ts'
import type { CaseFile } from '../../model/case.ts'
import { mayRevealNow } from '../../model/may-reveal.ts'
import { RevealAsks } from './reveal-asks.tsx'
import { AskRevealDialog, RevealDialog } from './reveal-dialog.tsx'

export function ReporterCard({ one }: { one: CaseFile }) {
  const query = useQuery(reporterQuery(one.filing_id))
  const session = useSession()
  const isOwn = one.org_id === session.org_id
  const mayReveal = isOwn && can(session, 'complaint.reveal')
  const needsFactor = isOwn && isWithheld(session, 'complaint.reveal')
  const mayApprove = isOwn && can(session, 'complaint.approve')
  const asks = useQuery({ ...revealAsksQuery(one.id), enabled: !one.is_open && (mayReveal || mayApprove) }).data ?? []
  const [opened, setOpened] = useState<'reveal' | 'ask' | null>(null)
  const mayNow = one.is_open || mayRevealNow(asks, session.officer_id)
  const isWaiting = asks.some((ask) => ask.asked_by === session.officer_id && ask.is_granted === null)
  return (
    <ItemSection title="投诉举报人">
      <AsyncView query={query} empty="案件已移交承办单位，本单位不再查看投诉举报人信息和附件" isEmpty={(row) => row === null}>
        {(row) =>
          row?.is_anonymous ? (
            <span>匿名举报</span>
          ) : (
            <>
              <div className="reporter">
                <span>
                  {row?.name_masked} {row?.phone_masked}
                </span>
                {needsFactor && (
                  <Link to={accountPaths.security()} title="查看身份须有二次验证">
                    开启二次验证后查看
                  </Link>
                )}
                {mayReveal && mayNow && (
                  <Button size="small" onClick={() => setOpened('reveal')}>
                    查看
                  </Button>
                )}
                {mayReveal && !mayNow && !isWaiting && (
                  <Button size="small" onClick={() => setOpened('ask')}>
                    申请查看
                  </Button>
                )}
              </div>
              {asks.length > 0 && <RevealAsks caseId={one.id} asks={asks} />}
            </>
          )
        }
      </AsyncView>
      {opened === 'reveal' && <RevealDialog caseId={one.id} onClose={() => setOpened(null)} />}
      {opened === 'ask' && <AskRevealDialog caseId={one.id} onClose={() => setOpened(null)} />}
    </ItemSection>
  )
}
