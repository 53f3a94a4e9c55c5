import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useActMany, versionsQuery } from '@/entities/work-item/api/act-many.ts'
import { toPayload } from '@/entities/work-item/model/work-action.ts'
import { HandlerSelect } from '@/entities/work-item/ui/handler-select.tsx'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { field } from '@/shared/form/fields.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, FormField } from '@/shared/ui/form-field.tsx'
import { batchDraft, planBatch, type BatchAction, type BatchRow } from '../model/batch.ts'
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

const officer = field.choice('承办人')
const schemas = {
  none: z.object({}),
  assign: z.object({ officer_id: officer, note: field.optionalText('理由', { max: 500 }) }),
  reassign: z.object({ officer_id: officer, note: field.text('改派理由', { max: 500, message: '所选件中有的已有承办人，改派请写明理由' }) }),
}

export function BatchDialog<Row extends BatchRow>({ action, rows, noOf, module, onClose }: BatchDialogProps<Row>) {
  const { fit, skipped } = planBatch(action, rows)
  const [keys] = useState(() => new Map(fit.map((row) => [row.item_id, randomId()])))
  // Read once: what the officer saw must still hold when they confirm.
  const versions = useQuery({ ...versionsQuery(fit.map((row) => row.item_id)), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const act = useActMany(module)
  const { label, namesHandler } = action
  const [first] = fit
  const schema = !namesHandler ? schemas.none : fit.some((row) => row.handler_id !== null) ? schemas.reassign : schemas.assign
  const names = new Map(fit.map((row) => [row.item_id, `${noOf(row)} ${row.title}`]))
  return (
    <FormDialog
      title={act.data ? `${label}：办理结果` : `批量${label}`}
      okText={`确认${label} ${fit.length} 件`}
      isOkDisabled={!versions.data}
      schema={schema as z.ZodObject}
      draft={batchDraft(action, rows)}
      onSubmit={(values) =>
        act.mutateAsync({
          action: action.action,
          payload: toPayload(
            Object.keys(schema.shape).map((name) => ({ field: name })),
            values,
          ),
          items: (versions.data ?? []).map(({ id, version }) => ({ id, version, key: keys.get(id) ?? randomId() })),
        })
      }
      onClose={onClose}
      outcome={act.data && { okText: '关闭', content: <BatchOutcome label={label} outcomes={act.data} names={names} /> }}
      intro={
        <>
          {versions.error && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(versions.error).message} />}
          <p>
            已选 {rows.length} 件，其中 <strong>{fit.length} 件</strong>可以{label}。
          </p>
          {skipped.length > 0 && <p className="muted">其余不办理：{skipped.map(({ reason, count }) => `${reason} ${count} 件`).join('，')}。</p>}
        </>
      }
    >
      {namesHandler && first && (
        <>
          <FormField name="officer_id">
            <HandlerSelect itemId={first.item_id} />
          </FormField>
          <AreaField name="note" rows={2} />
        </>
      )}
    </FormDialog>
  )
}
