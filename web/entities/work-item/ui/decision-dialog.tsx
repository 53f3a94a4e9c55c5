import { Alert, Form, Input, Modal } from 'antd'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useDecide } from '../api/decide.ts'
import type { Approval } from '../model/approval.ts'

interface DecisionDialogProps {
  approval: Approval
  isGranted: boolean
  moduleKey: string
  onClose: () => void
}

/** 同意 carries the step out; 退回 needs words, which are kept on this device until they are sent. */
export function DecisionDialog({ approval, isGranted, moduleKey, onClose }: DecisionDialogProps) {
  const [form] = Form.useForm<{ reason: string }>()
  const verb = isGranted ? '同意' : '退回'
  const draftKey = `approval:${approval.id}:${verb}`
  const decide = useDecide(moduleKey, () => {
    textDraft.write(draftKey, '')
    showToast('success', isGranted ? `已同意${approval.action_label}` : `已退回，${approval.asked_by_name}将收到您的意见`)
    onClose()
  })
  const problem = decide.error ? toAppError(decide.error) : null
  const handleFinish = ({ reason }: { reason: string }) =>
    decide.mutate(
      { approvalId: approval.id, isGranted, reason: reason.trim() },
      {
        onError: (error) => {
          const { field, message } = toAppError(error)
          if (field === 'reason') form.setFields([{ name: 'reason', errors: [message] }])
        },
      },
    )
  return (
    <Modal
      open
      title={`${verb}：${approval.action_label}`}
      okText={`确认${verb}`}
      okButtonProps={{ danger: !isGranted }}
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {problem && !problem.field && <Alert className="dialog-alert" type="error" showIcon role="alert" title={problem.message} />}
      <p className="dialog-hint">
        {isGranted
          ? `同意后立即按${approval.asked_by_name}填写的内容${approval.action_label}，并记入办理记录。`
          : `退回后由${approval.asked_by_name}修改或另行办理。`}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: textDraft.read(draftKey) }}
        onValuesChange={({ reason }: { reason?: string }) => textDraft.write(draftKey, reason ?? '')}
        onFinish={handleFinish}
        scrollToFirstError={{ focus: true }}
      >
        <Form.Item
          name="reason"
          label={isGranted ? '审批意见（选填）' : '退回意见'}
          rules={isGranted ? [] : [{ required: true, whitespace: true, message: '请填写退回意见' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
