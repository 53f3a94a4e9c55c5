import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { field } from '@/shared/form/fields.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useDecideReveal } from '../../api/reveal-reporter.ts'
import type { RevealAsk } from '../../model/case-parts.ts'

const outcome = (ask: RevealAsk) =>
  ask.is_granted === null
    ? '等待审核人员办理'
    : `${ask.decided_by_name ?? '审核人'}${ask.is_granted ? '同意' : '不同意'}（${formatDateTime(ask.decided_at)}）`

/** 查看申请 of a case: who wanted to know who filed it, why, and what became of it. */
export function RevealAsks({ caseId, asks }: { caseId: string; asks: readonly RevealAsk[] }) {
  const session = useSession()
  const mayDecide = can(session, 'complaint.approve')
  const [deciding, setDeciding] = useState<{ ask: RevealAsk; isGranted: boolean } | null>(null)
  return (
    <>
      <ul className="reveal-asks" aria-label="查看申请">
        {asks.map((ask) => (
          <li key={ask.id}>
            <span className="long-text">
              {ask.asked_by_name}申请查看：{ask.reason}
            </span>
            <span className="muted">
              {formatDateTime(ask.asked_at)} · {outcome(ask)}
              {ask.decision && `：${ask.decision}`}
            </span>
            {ask.is_granted === null && mayDecide && ask.asked_by !== session.officer_id && (
              <span className="reveal-acts">
                <Button size="small" type="primary" onClick={() => setDeciding({ ask, isGranted: true })}>
                  同意
                </Button>
                <Button size="small" danger onClick={() => setDeciding({ ask, isGranted: false })}>
                  不同意
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {deciding && <DecideReveal caseId={caseId} {...deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

const grantSchema = z.object({ decision: field.optionalText('意见', { max: 200 }) })
const refuseSchema = z.object({ decision: field.text('不同意的理由', { max: 200 }) })

interface DecideRevealProps {
  caseId: string
  ask: RevealAsk
  isGranted: boolean
  onClose: () => void
}

function DecideReveal({ caseId, ask, isGranted, onClose }: DecideRevealProps) {
  const decide = useDecideReveal(caseId)
  const verb = isGranted ? '同意' : '不同意'
  return (
    <FormDialog
      title={`${verb}${ask.asked_by_name}查看投诉举报人信息`}
      okText={`确认${verb}`}
      isDanger={!isGranted}
      schema={isGranted ? grantSchema : refuseSchema}
      draft={`decide-reveal:${ask.id}:${verb}`}
      onSubmit={async ({ decision }) => {
        await decide.mutateAsync({ askId: ask.id, isGranted, decision })
        showToast('success', isGranted ? '已同意，24 小时内有效' : '已答复申请人')
        onClose()
      }}
      intro={<p className="dialog-hint">申请理由：{ask.reason}</p>}
      onClose={onClose}
    >
      <AreaField name="decision" />
    </FormDialog>
  )
}
