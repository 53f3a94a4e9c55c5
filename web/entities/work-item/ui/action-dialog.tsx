import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { Conflict } from '@/shared/ui/form-body.tsx'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { useAct } from '../api/act.ts'
import { eventsQuery } from '../api/list-events.ts'
import { actionDraft, actionSchema } from '../model/action-schema.ts'
import { whoDid } from '../model/approval.ts'
import type { ActionForms, FieldControls } from '../model/field-controls.ts'
import { reviewWords } from '../model/review-words.ts'
import { actionName, toPayload, type WorkAction } from '../model/work-action.ts'
import { ActionFields } from './action-fields.tsx'

interface ActionDialogProps {
  itemId: string
  action: WorkAction
  version: number
  /** False once somebody else moved the item to where this action no longer exists. */
  isStillOpen: boolean
  hasOpenApproval?: boolean
  moduleKey: string
  controls: FieldControls
  forms: ActionForms
  onDone: (result: { stateLabel: string; isAsked: boolean; version: number | undefined }) => void
  onClose: () => void
}

const staleKeys = new Set(['work.stale', 'work.action_not_allowed'])

/** The form that a transition asks for, beside the item that it is about. */
export function ActionDialog(props: ActionDialogProps) {
  const { itemId, action, version, isStillOpen, hasOpenApproval, moduleKey, controls, forms, onDone, onClose } = props
  const [attempt, setAttempt] = useState({ key: randomId(), version })
  const [schema] = useState(() => actionSchema(action))
  const name = actionName(action)
  const act = useAct(moduleKey, (done) => onDone({ stateLabel: done?.state_label ?? '', isAsked: done?.is_asked ?? false, version: done?.version }))
  // One's own step comes back by realtime before its answer does: that is no news of somebody else.
  const isOwnStep = act.isPending || act.isSuccess
  const isStale = !isOwnStep && (version !== attempt.version || staleKeys.has(act.error ? toAppError(act.error).messageKey : ''))
  const handleSubmit = (values: Record<string, unknown>) => {
    // After a conflict the officer decides anew on the newer version: a new decision, a new key.
    const current = version === attempt.version ? attempt : { key: randomId(), version }
    setAttempt(current)
    const payload = toPayload(action.requires, values)
    return act.mutateAsync({ itemId, action: action.action, payload, expectedVersion: current.version, key: current.key })
  }
  return (
    <FormDialog
      isAside
      title={name}
      okText={isStale ? '按最新状态重新提交' : action.needs_approval ? reviewWords.ask : `确认${name}`}
      isDanger={action.tone === 'danger'}
      isOkDisabled={!isStillOpen && !isOwnStep}
      schema={schema}
      draft={actionDraft(itemId, action.action)}
      onSubmit={handleSubmit}
      onClose={onClose}
      alert={isStale ? <Stale itemId={itemId} label={action.label} isStillOpen={isStillOpen} /> : undefined}
      intro={<Notes action={action} hasOpenApproval={hasOpenApproval ?? false} />}
    >
      <ActionFields itemId={itemId} action={action} controls={controls} forms={forms} />
    </FormDialog>
  )
}

/** What this step means: who must agree, what it ends, what it stands on. */
function Notes({ action, hasOpenApproval }: { action: WorkAction; hasOpenApproval: boolean }) {
  return (
    <>
      {action.needs_approval && <p className="dialog-hint">提请后由本单位另一位有审批权限的人员审批，同意后立即生效；审批期间期限照常计算。</p>}
      {hasOpenApproval && <p className="dialog-hint">该事项正在等待审批：这一步如改变其状态、期限或承办，原提请自动撤回。</p>}
      {action.basis.length > 0 && (
        <dl className="dialog-basis" aria-label="依据">
          {action.basis.map(({ label, basis }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{basis}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Stale({ itemId, label, isStillOpen }: { itemId: string; label: string; isStillOpen: boolean }) {
  const { data } = useQuery(eventsQuery(itemId))
  const last = data?.[0]
  return (
    <Conflict
      title="这件事项刚刚被他人办理过"
      text={
        <>
          {last && (
            <p>
              最近一步：{last.action_label}（{whoDid(last)}，{formatDateTime(last.created_at)}）。
            </p>
          )}
          {isStillOpen
            ? '页面已更新到最新状态，您填写的内容还在。请核对后再提交，或取消。'
            : `当前状态下已不能${label}。您填写的内容保留在本机，请取消后按最新状态办理。`}
        </>
      }
    />
  )
}
