import { Alert, Descriptions, Form, Input, Modal } from 'antd'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useRevealReporter } from '../../api/reveal-reporter.ts'

/** Unmasking needs a reason and leaves a record; what was shown is gone when the dialog closes. */
export function RevealDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>()
  const reveal = useRevealReporter(caseId)
  const person = reveal.data
  return (
    <Modal
      open
      destroyOnHidden
      title="查看投诉举报人信息"
      okText={person ? '关闭' : '确认查看'}
      cancelButtonProps={person ? { style: { display: 'none' } } : {}}
      confirmLoading={reveal.isPending}
      onOk={() => (person ? onClose() : form.submit())}
      onCancel={onClose}
    >
      {person ? (
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
      ) : (
        <>
          <Alert className="dialog-alert" type="warning" showIcon title="本次查看将记入审计日志，仅限办理本件所需，不得外传。" />
          {reveal.isError && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(reveal.error).message} />}
          <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => reveal.mutate(reason.trim())}>
            <Form.Item
              name="reason"
              label="查看理由"
              rules={[{ required: true, whitespace: true, min: 4, max: 200, message: '请写明查看理由（4 至 200 个字）' }]}
            >
              <Input.TextArea autoSize={{ minRows: 3 }} maxLength={200} showCount placeholder="例如：联系投诉人组织调解" />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  )
}
