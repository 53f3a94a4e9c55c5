import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useDecide } from '../api/decide.ts'
import type { Approval } from '../model/approval.ts'
import { reviewWords } from '../model/review-words.ts'

interface DecisionDialogProps {
  approval: Approval
  isGranted: boolean
  moduleKey: string
  onClose: () => void
}

const grantSchema = z.object({ reason: field.optionalText('审批意见', { max: 500 }) })
const refuseSchema = z.object({ reason: field.text('退回意见', { max: 500 }) })

/** 同意 carries the step out; 退回修改 needs words. */
export function DecisionDialog({ approval, isGranted, moduleKey, onClose }: DecisionDialogProps) {
  const verb = isGranted ? reviewWords.grant : reviewWords.refuse
  const decide = useDecide(moduleKey, () => {
    showToast('success', isGranted ? `已同意${approval.action_label}` : `已退回，${approval.asked_by_name}将收到您的意见`)
    onClose()
  })
  return (
    <FormDialog
      title={`${verb}：${approval.action_label}`}
      okText={`确认${verb}`}
      isDanger={!isGranted}
      schema={isGranted ? grantSchema : refuseSchema}
      draft={`approval:${approval.id}:${isGranted ? 'grant' : 'refuse'}`}
      onSubmit={({ reason }) => decide.mutateAsync({ approvalId: approval.id, isGranted, reason })}
      onClose={onClose}
      intro={
        <p className="dialog-hint">
          {isGranted
            ? `同意后立即按${approval.asked_by_name}填写的内容${approval.action_label}，并记入办理记录。`
            : `退回后由${approval.asked_by_name}修改或另行办理。`}
        </p>
      }
    >
      <AreaField name="reason" />
    </FormDialog>
  )
}
