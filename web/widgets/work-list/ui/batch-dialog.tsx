import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useActMany, versionsQuery } from '@/entities/work-item/api/act-many.ts'
import { HandlerSelect } from '@/entities/work-item/ui/handler-select.tsx'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { planBatch, type BatchAction, type BatchRow } from '../model/batch.ts'
import { BatchOutcome } from './batch-outcome.tsx'

interface BatchDialogProps<Row extends BatchRow> {
  action: BatchAction<Row>
  /** As they stood when the dialog was opened: the list behind it goes on changing. */
  rows: readonly Row[]
  noOf: (row: Row) => string
  /** Query root of the module, to be read again. */
  module: string
  onClose: () => void
}

interface Values {
  officer_id?: string
  note?: string
}

/** How many it concerns, then for each what came of it. */
export function BatchDialog<Row extends BatchRow>({ action, rows, noOf, module, onClose }: BatchDialogProps<Row>) {
  const [form] = Form.useForm<Values>()
  const { fit, skipped } = planBatch(action, rows)
  const [keys] = useState(() => new Map(fit.map((row) => [row.item_id, randomId()])))
  // Read once: what the officer saw must still hold when they confirm.
  const versions = useQuery({ ...versionsQuery(fit.map((row) => row.item_id)), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const act = useActMany(module)
  const { label, namesHandler } = action
  const problem = act.error ?? versions.error
  const [first] = fit
  const handleFinish = ({ officer_id: officer, note }: Values) =>
    act.mutate({
      action: action.action,
      payload: namesHandler ? { officer_id: officer, ...(note?.trim() ? { note: note.trim() } : {}) } : {},
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
        <BatchOutcome label={label} outcomes={act.data} names={new Map(fit.map((row) => [row.item_id, `${noOf(row)} ${row.title}`]))} />
      ) : (
        <>
          {problem && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(problem).message} />}
          <p>
            已选 {rows.length} 件，其中 <strong>{fit.length} 件</strong>可以{label}。
          </p>
          {skipped.length > 0 && <p className="muted">其余不办理：{skipped.map(({ reason, count }) => `${reason} ${count} 件`).join('，')}。</p>}
          <Form form={form} layout="vertical" requiredMark={false} onFinish={handleFinish} scrollToFirstError={{ focus: true }}>
            {namesHandler && first && <HandlerFields itemId={first.item_id} isReassigning={fit.some((row) => row.handler_id !== null)} />}
          </Form>
        </>
      )}
    </Modal>
  )
}

function HandlerFields({ itemId, isReassigning }: { itemId: string; isReassigning: boolean }) {
  return (
    <>
      <Form.Item name="officer_id" label="承办人" rules={[{ required: true, message: '请选择承办人' }]}>
        <HandlerSelect itemId={itemId} />
      </Form.Item>
      <Form.Item
        name="note"
        label={isReassigning ? '改派理由' : '理由（选填）'}
        rules={isReassigning ? [{ required: true, whitespace: true, message: '所选件中有的已有承办人，改派请写明理由' }] : []}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
      </Form.Item>
    </>
  )
}
