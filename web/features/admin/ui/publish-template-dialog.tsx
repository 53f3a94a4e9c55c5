import { Form } from 'antd'
import { todayInShanghai } from '@/shared/format/date.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishVersion } from '../api/versions.ts'
import { countWord, templateFormSchema, withSamples, type MessageTemplate, type TemplateForm } from '../model/message-template.ts'
import { EffectiveFields } from './effective-fields.tsx'
import { TemplateFields } from './template-facts.tsx'

interface PublishTemplateDialogProps {
  template: MessageTemplate
  onClose: () => void
}

/** Begins with the words of today; what would arrive, and as how many messages, is seen while writing. */
export function PublishTemplateDialog({ template, onClose }: PublishTemplateDialogProps) {
  const [form] = Form.useForm()
  const written: unknown = Form.useWatch('text', form)
  const shown = withSamples(typeof written === 'string' ? written.trim() : '', template)
  const publish = usePublishVersion()
  const handleSubmit = async ({ subject, text, effective_from: from, reason }: TemplateForm) => {
    await publish.mutateAsync({ kind: 'message', key: template.key, body: { subject, text }, from, reason })
    showToast('success', `“${template.label}”的新版本已发布，${from} 起生效`)
    onClose()
  }
  return (
    <FormDialog
      title={`发布新版本：${template.label}`}
      okText="发布"
      width={680}
      form={form}
      schema={templateFormSchema}
      initial={{ subject: template.subject, text: template.words, effective_from: todayInShanghai(), reason: '' }}
      draft={`message-template:${template.key}`}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextField name="subject" hint={template.channels.includes('email') ? undefined : '这个模板现在只发短信，主题备用'} />
      <AreaField name="text" rows={4} />
      <TemplateFields template={template} />
      <dl className="change-facts" aria-live="polite">
        <dt>示例</dt>
        <dd className="message-words">{shown}</dd>
        <dt>字数</dt>
        <dd>{countWord(shown, template)}</dd>
      </dl>
      <EffectiveFields />
    </FormDialog>
  )
}
