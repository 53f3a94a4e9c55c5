import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useActMany, versionsQuery } from '@/entities/work-item/api/act-many.ts'
import { HandlerSelect } from '@/entities/work-item/ui/handler-select.tsx'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { batchLabels, planBatch, type BatchAction } from '../../model/case-batch.ts'
import type { CaseRow } from '../../model/case.ts'
import { BatchOutcome } from './batch-outcome.tsx'

interface BatchDialogProps {
  action: BatchAction
  /** As they stood when the dialog was opened: the list behind it goes on changing. */
  rows: readonly CaseRow[]
  onClose: () => void
}

/** How many it concerns, then for each what came of it. */
export function BatchDialog({ action, rows, onClose }: BatchDialogProps) {
  const [form] = Form.useForm<{ officer_id?: string; note?: string }>()
  const { fit, skipped } = planBatch(action, rows)
  const [keys] = useState(() => new Map(fit.map((row) => [row.item_id, randomId()])))
  // Read once: what the officer saw must still hold when they confirm.
  const versions = useQuery({ ...versionsQuery(fit.map((row) => row.item_id)), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const act = useActMany('complaint')
  const label = batchLabels[action]
  const problem = act.error ?? versions.error
  const isReassigning = action === 'assign' && fit.some((row) => row.handler_id !== null)
  const [first] = fit
  const handleFinish = (values: { officer_id?: string; note?: string }) =>
    act.mutate({
      action,
      payload: action === 'assign' ? { officer_id: values.officer_id, ...(values.note?.trim() ? { note: values.note.trim() } : {}) } : {},
      items: (versions.data ?? []).map(({ id, version }) => ({ id, version, key: keys.get(id) ?? randomId() })),
    })
  return (
    <Modal
      open
      title={act.data ? `${label}：办理结果` : `批量${label}`}
      okText={act.data ? '关闭' : `确认${label} ${fit.length} 件`}
      okButtonProps={{ disabled: !act.data && !versions.data }}
      cancelButtonProps={act.data ? { style: { display: 'none' } } : {}}
      confirmLoading={act.isPending}
      onOk={() => (act.data ? onClose() : form.submit())}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {act.data ? (
        <BatchOutcome label={label} outcomes={act.data} rows={fit} />
      ) : (
        <>
          {problem && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(problem).message} />}
          <p>
            已选 {rows.length} 件，其中 <strong>{fit.length} 件</strong>可以{label}。
          </p>
          {skipped.length > 0 && <p className="muted">其余不办理：{skipped.map(({ reason, count }) => `${reason} ${count} 件`).join('，')}。</p>}
          <Form form={form} layout="vertical" requiredMark={false} onFinish={handleFinish} scrollToFirstError={{ focus: true }}>
            {action === 'assign' && first && (
              <>
                <Form.Item name="officer_id" label="承办人" rules={[{ required: true, message: '请选择承办人' }]}>
                  <HandlerSelect itemId={first.item_id} />
                </Form.Item>
                <Form.Item
                  name="note"
                  label={isReassigning ? '改派理由' : '理由（选填）'}
                  rules={isReassigning ? [{ required: true, whitespace: true, message: '所选件中有的已有承办人，改派请写明理由' }] : []}
                >
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
                </Form.Item>
              </>
            )}
          </Form>
        </>
      )}
    </Modal>
  )
}
