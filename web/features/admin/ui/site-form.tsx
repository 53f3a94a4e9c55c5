import { Alert, Button, Form, Input } from 'antd'
import { todayInShanghai } from '@/shared/format/date.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishVersion } from '../api/versions.ts'
import { readJsonDraft } from '../model/json-draft.ts'
import { readSiteBody, siteLabels, siteSections, type SiteBody } from '../model/site-form.ts'
import { EffectiveFields } from './effective-fields.tsx'
import { fieldProblem } from './field-problem.ts'

interface SiteFormProps {
  siteKey: string
  /** In force: the form begins with it. */
  body: SiteBody
}

type Fields = SiteBody & { effective_from: string; reason: string }

export function SiteForm({ siteKey, body }: SiteFormProps) {
  const [form] = Form.useForm<Fields>()
  const draft = `site:${siteKey}`
  const publish = usePublishVersion(({ from }) => {
    textDraft.write(draft, '')
    form.setFieldsValue({ reason: '' })
    showToast('success', from > todayInShanghai() ? `已发布，${from} 起生效` : '已发布，现已生效')
  })
  const fresh = { ...body, effective_from: todayInShanghai(), reason: '' }
  const kept = readJsonDraft(textDraft.read(draft))
  const { problemOf, general } = fieldProblem(publish.error, [...Object.keys(siteLabels), 'effective_from', 'reason'])
  const handleReset = () => {
    textDraft.write(draft, '')
    publish.reset()
    form.resetFields()
    // The fields began with the draft that has just been put away.
    form.setFieldsValue({ ...Object.fromEntries(Object.keys(siteLabels).map((name) => [name, undefined])), ...fresh })
  }
  const handleFinish = ({ effective_from, reason, ...fields }: Fields) =>
    publish.mutate({ kind: 'site', key: siteKey, body: readSiteBody(fields), from: effective_from, reason })
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...fresh, ...kept }}
      onValuesChange={(_, all) => {
        publish.reset()
        textDraft.write(draft, JSON.stringify(all))
      }}
      onFinish={handleFinish}
      scrollToFirstError={{ focus: true }}
    >
      {siteSections.map(({ title, fields }) => (
        <fieldset key={title} className="form-section">
          <legend>{title}</legend>
          <div className="form-grid">
            {fields.map(({ name, label, maxLength, isRequired = false, pattern, message = '请检查填写的内容', hint }) => (
              <Form.Item
                key={name}
                name={name}
                label={isRequired ? label : `${label}（选填）`}
                rules={[{ required: isRequired, whitespace: true, message }, ...(pattern ? [{ pattern, message }] : [])]}
                {...(hint ? { extra: hint } : {})}
                {...problemOf(name)}
              >
                <Input maxLength={maxLength} autoComplete="off" />
              </Form.Item>
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset className="form-section">
        <legend>生效</legend>
        <EffectiveFields problemOf={problemOf} dayHint="当天生效的，公众页面即时更新；以后的日期到日自动更新。" />
      </fieldset>
      {general && <Alert className="dialog-alert" type="error" showIcon role="alert" title={general} />}
      <p className="form-acts">
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          发布
        </Button>
        <Button onClick={handleReset}>恢复为现行内容</Button>
      </p>
    </Form>
  )
}
