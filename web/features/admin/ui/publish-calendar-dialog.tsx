import { Form } from 'antd'
import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, TextField } from '@/shared/ui/form-field.tsx'
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

const schema = z.object({
  source: field.text('发布依据', { max: 200, message: '请填写通知的名称或文号' }),
  text: field.text('通知正文', { max: 5000, message: '请粘贴通知中的放假安排' }),
})

/** The notice is pasted as it was published; what the system read is shown before it counts. */
export function PublishCalendarDialog({ year, source, onClose }: PublishCalendarDialogProps) {
  const [form] = Form.useForm()
  const text = (Form.useWatch('text', form) as string | undefined) ?? ''
  const notice = readNotice(text, year)
  const publish = usePublishCalendar()
  const handleSubmit = async (fields: z.infer<typeof schema>) => {
    const affected = await publish.mutateAsync({ year, source: fields.source, days: notice.days })
    showToast('success', `${year} 年工作日历已发布，${affected} 件在办事项的期限按新日历重新计算`)
    onClose()
  }
  return (
    <FormDialog
      title={`录入 ${year} 年工作日历`}
      okText="核对无误，发布"
      isOkDisabled={text.trim() !== '' && (notice.days.length === 0 || notice.doubts.length > 0)}
      width={720}
      form={form}
      schema={schema}
      initial={{ source, text: '' }}
      draft={`calendar:${year}`}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextField name="source" placeholder="国务院办公厅关于部分节假日安排的通知（文号）" />
      <AreaField name="text" rows={5} hint="粘贴通知中的放假安排即可，例如：元旦：1月1日至3日放假调休，共3天。1月4日上班。" />
      {text.trim() && <NoticePreview notice={notice} />}
    </FormDialog>
  )
}
