import { Alert, Descriptions } from 'antd'
import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useAskReveal, useRevealReporter } from '../../api/reveal-reporter.ts'

const schema = z.object({ reason: field.text('查看理由', { min: 4, max: 200, message: '请写明查看理由，4 至 200 个字' }) })

const askSchema = z.object({ reason: field.text('申请理由', { min: 4, max: 200, message: '请写明申请理由，4 至 200 个字' }) })

/** Of a closed case nobody sees it alone: a colleague who reviews must agree. */
export function AskRevealDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const ask = useAskReveal(caseId)
  return (
    <FormDialog
      title="申请查看投诉举报人信息"
      okText="提交申请"
      schema={askSchema}
      draft={`ask-reveal:${caseId}`}
      onSubmit={async ({ reason }) => {
        await ask.mutateAsync(reason)
        showToast('success', '已提交申请，请等待审核人员办理')
        onClose()
      }}
      intro={
        <Alert className="dialog-alert" type="info" showIcon title="该件已办结，须经本单位审核人员同意；同意后 24 小时内有效，申请记入审计日志。" />
      }
      onClose={onClose}
    >
      <AreaField name="reason" placeholder="例如：上级督查要求回访投诉人" />
    </FormDialog>
  )
}

/** Unmasking needs a reason and leaves a record; what was shown is gone when the dialog closes. */
export function RevealDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const reveal = useRevealReporter(caseId)
  const person = reveal.data
  const content = person && (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={[
        { key: 'name', label: '姓名', children: person.name || '—' },
        { key: 'phone', label: '手机', children: person.phone || '—' },
        ...(person.idNo ? [{ key: 'id', label: '证件号码', children: person.idNo }] : []),
        ...(person.address ? [{ key: 'address', label: '住址', children: person.address }] : []),
      ]}
    />
  )
  return (
    <FormDialog
      title="查看投诉举报人信息"
      okText="确认查看"
      schema={schema}
      draft={`reveal:${caseId}`}
      onSubmit={({ reason }) => reveal.mutateAsync(reason)}
      outcome={content && { content, okText: '关闭' }}
      intro={<Alert className="dialog-alert" type="warning" showIcon title="本次查看将记入审计日志，仅限办理本件所需，不得外传。" />}
      onClose={onClose}
    >
      <AreaField name="reason" placeholder="例如：联系投诉人组织调解" />
    </FormDialog>
  )
}
