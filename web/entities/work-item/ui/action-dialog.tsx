import { Alert, Form, Modal } from 'antd'
import { useState } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'
import { useAct } from '../api/act.ts'
import type { ActionForms, FieldControls } from '../model/field-controls.ts'
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
  onDone: (result: { stateLabel: string; isAsked: boolean }) => void
  onClose: () => void
}

const staleKeys = new Set(['work.stale', 'work.action_not_allowed'])

/** The form that a transition asks for. Long texts are kept on this device until the step is done. */
export function ActionDialog({
  itemId,
  action,
  version,
  isStillOpen,
  hasOpenApproval,
  moduleKey,
  controls,
  forms,
  onDone,
  onClose,
}: ActionDialogProps) {
  const [form] = Form.useForm<Record<string, unknown>>()
  const [attempt, setAttempt] = useState({ key: randomId(), version })
  const name = actionName(action)
  const draftKey = (field: string) => `${itemId}:${action.action}:${field}`
  const longFields = action.requires.filter(({ type }) => type === 'text' || type === 'textarea')
  const act = useAct(moduleKey, (done) => {
    for (const { field } of longFields) textDraft.write(draftKey(field), '')
    onDone({ stateLabel: done?.state_label ?? '', isAsked: done?.is_asked ?? false })
  })
  const problem = act.error ? toAppError(act.error) : null
  // One's own step comes back by realtime before its answer does: that is no news of somebody else.
  const isOwnStep = act.isPending || act.isSuccess
  const isStale = !isOwnStep && (version !== attempt.version || staleKeys.has(problem?.messageKey ?? ''))

  const handleFinish = (values: Record<string, unknown>) => {
    // After a conflict the officer decides anew on the newer version: a new decision, a new key.
    const current = version === attempt.version ? attempt : { key: randomId(), version }
    setAttempt(current)
    act.mutate(
      { itemId, action: action.action, payload: toPayload(action.requires, values), expectedVersion: current.version, key: current.key },
      {
        onError: (error) => {
          const { field, message } = toAppError(error)
          if (field) form.setFields([{ name: field, errors: [message] }])
        },
      },
    )
  }

  return (
    <Modal
      open
      title={name}
      okText={isStale ? '按最新状态重新提交' : `确认${name}`}
      okButtonProps={{ danger: action.tone === 'danger', disabled: !isStillOpen && !isOwnStep }}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {isStale ? (
        <Alert
          className="dialog-alert"
          type="warning"
          showIcon
          role="alert"
          title="这件事项刚刚被他人办理过"
          description={
            isStillOpen
              ? '页面已更新到最新状态，您填写的内容还在。请核对后再提交，或取消。'
              : `当前状态下已不能${action.label}。您填写的内容保留在本机，请取消后按最新状态办理。`
          }
        />
      ) : (
        problem && !problem.field && <Alert className="dialog-alert" type="error" showIcon role="alert" title={problem.message} />
      )}
      {action.needs_approval && <p className="dialog-hint">提请后由本单位另一位有审批权限的人员审批，同意后立即生效；审批期间期限照常计算。</p>}
      {hasOpenApproval && <p className="dialog-hint">该事项正在等待审批：这一步如改变其状态、期限或承办，原提请自动撤回。</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...Object.fromEntries(action.requires.flatMap(({ field, type }) => (type === 'boolean' ? [[field, false]] : []))),
          ...Object.fromEntries(longFields.map(({ field }) => [field, textDraft.read(draftKey(field))])),
        }}
        onValuesChange={(changed: Record<string, unknown>) => {
          for (const { field } of longFields) if (typeof changed[field] === 'string') textDraft.write(draftKey(field), changed[field])
        }}
        onFinish={handleFinish}
        scrollToFirstError={{ focus: true }}
      >
        <ActionFields itemId={itemId} action={action} controls={controls} forms={forms} />
      </Form>
    </Modal>
  )
}
