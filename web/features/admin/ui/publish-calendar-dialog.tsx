import { Alert, Form, Input, Modal } from 'antd'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishCalendar } from '../api/calendar.ts'
import { readNotice } from '../model/holiday-notice.ts'
import { NoticePreview } from './notice-preview.tsx'

interface PublishCalendarDialogProps {
  year: number
  /** Of the calendar that is being corrected. */
  source: string
  onClose: () => void
}

interface Fields {
  source: string
  text: string
}

/** The notice is pasted as it was published; what the system read is shown before it counts. */
export function PublishCalendarDialog({ year, source, onClose }: PublishCalendarDialogProps) {
  const [form] = Form.useForm<Fields>()
  const text = Form.useWatch('text', form) ?? ''
  const notice = readNotice(text, year)
  const publish = usePublishCalendar()
  const draft = `calendar:${year}`
  const handleFinish = (fields: Fields) =>
    publish.mutate(
      { year, source: fields.source, days: notice.days },
      {
        onSuccess: (affected) => {
          textDraft.write(draft, '')
          showToast('success', `${year} 年工作日历已发布，${affected} 件在办事项的期限按新日历重新计算`)
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      width={720}
      title={`录入 ${year} 年工作日历`}
      okText="核对无误，发布"
      okButtonProps={{ disabled: notice.days.length === 0 || notice.doubts.length > 0 }}
      confirmLoading={publish.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {publish.error && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(publish.error).message} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ source, text: textDraft.read(draft) }}
        onValuesChange={(changed: Partial<Fields>) => {
          if (changed.text !== undefined) textDraft.write(draft, changed.text)
        }}
        onFinish={handleFinish}
        scrollToFirstError={{ focus: true }}
      >
        <Form.Item name="source" label="发布依据" rules={[{ required: true, whitespace: true, message: '请填写通知的名称或文号' }]}>
          <Input maxLength={200} placeholder="国务院办公厅关于部分节假日安排的通知（文号）" />
        </Form.Item>
        <Form.Item
          name="text"
          label="通知正文"
          extra="粘贴通知中的放假安排即可，例如：元旦：1月1日至3日放假调休，共3天。1月4日上班。"
          rules={[{ required: true, whitespace: true, message: '请粘贴通知中的放假安排' }]}
        >
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 12 }} maxLength={5000} />
        </Form.Item>
      </Form>
      {text.trim() && <NoticePreview notice={notice} />}
    </Modal>
  )
}
