import { Alert } from 'antd'
import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useDecideChange } from '../api/officer-changes.ts'
import { changeWords, type OfficerChange } from '../model/officer-change.ts'

interface DecideChangeDialogProps {
  ask: OfficerChange
  isConfirmed: boolean
  onClose: () => void
}

const confirmSchema = z.object({ note: field.optionalText('核准意见', { max: 200 }) })
const refuseSchema = z.object({ note: field.text('不同意的理由', { max: 200 }) })

/** 核准 makes the change at once; 不同意 needs words. */
export function DecideChangeDialog({ ask, isConfirmed, onClose }: DecideChangeDialogProps) {
  const decide = useDecideChange()
  const verb = isConfirmed ? '核准' : '不同意'
  return (
    <FormDialog
      title={`${verb}：${changeWords(ask.change, ask.role_name)}`}
      okText={isConfirmed ? '核准并立即生效' : '确认不同意'}
      isDanger={!isConfirmed}
      schema={isConfirmed ? confirmSchema : refuseSchema}
      intro={
        <>
          {ask.is_emergency && (
            <Alert
              className="dialog-alert"
              type="warning"
              showIcon
              title="应急核准：涉及审计管理员，而没有其他审计管理员可以核准。将特别记入审计日志并告知各方。"
            />
          )}
          <dl className="change-facts">
            <dt>对象</dt>
            <dd>
              {ask.officer_name}，{ask.org_name}
            </dd>
            {ask.change === 'grant' && (
              <>
                <dt>期限</dt>
                <dd>{ask.expires_at ? `至 ${formatDate(ask.expires_at)}` : '长期'}</dd>
              </>
            )}
            <dt>理由</dt>
            <dd className="long-text">{ask.reason}</dd>
            <dt>申请人</dt>
            <dd>
              {ask.asked_by_name}，{ask.asked_by_org}，{formatDateTime(ask.asked_at)}
            </dd>
          </dl>
        </>
      }
      onSubmit={async ({ note }) => {
        await decide.mutateAsync({ id: ask.id, isConfirmed, note })
        showToast('success', isConfirmed ? '已核准，变更已生效' : '已记录不同意的意见，申请人将收到消息')
        onClose()
      }}
      onClose={onClose}
    >
      <AreaField name="note" />
    </FormDialog>
  )
}
