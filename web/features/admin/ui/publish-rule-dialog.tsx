import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useDeferredValue } from 'react'
import { unitLabels, units } from '@/entities/term/model/term-word.ts'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { rulePreviewQuery } from '../api/deadline-rules.ts'
import { usePublishVersion } from '../api/versions.ts'
import type { RuleBody } from '../model/deadline-rule.ts'
import { readJsonDraft } from '../model/json-draft.ts'
import { ruleFieldOf, ruleTermSchema, toRuleChange, toRuleForm, type RuleForm } from '../model/rule-form.ts'
import { EffectiveFields } from './effective-fields.tsx'
import { fieldProblem } from './field-problem.ts'
import { RulePreview } from './rule-preview.tsx'

interface PublishRuleDialogProps {
  ruleKey: string
  /** In force: the new version begins as a copy of it. */
  rule: RuleBody
  onClose: () => void
}

/** What a new version would mean is shown before it is published. */
export function PublishRuleDialog({ ruleKey, rule, onClose }: PublishRuleDialogProps) {
  const [form] = Form.useForm<RuleForm>()
  const draft = `deadline-rule:${ruleKey}`
  const initial = { ...toRuleForm(rule, addDays(todayInShanghai(), 1)), ...readJsonDraft(textDraft.read(draft)) }
  const values: unknown = useDeferredValue(Form.useWatch([], form) as unknown)
  const complete = ruleTermSchema.safeParse(values)
  const asked = complete.success ? complete.data : undefined
  const { amount, unit, effective_from: from } = asked ?? { ...rule, effective_from: '' }
  const preview = useQuery({ ...rulePreviewQuery(ruleKey, { amount, unit }, from), enabled: asked !== undefined })
  const publish = usePublishVersion((done) => {
    textDraft.write(draft, '')
    showToast('success', `“${rule.label}”的新版本已发布，${done.from} 起生效`)
    onClose()
  })
  const { problemOf, general } = fieldProblem(publish.error ?? preview.error, Object.keys(initial), ruleFieldOf)
  const handleFinish = (fields: RuleForm) =>
    publish.mutate({
      kind: 'deadline_rule',
      key: ruleKey,
      body: { ...toRuleChange(fields) },
      from: fields.effective_from,
      reason: fields.reason,
    })
  return (
    <Modal
      open
      width={760}
      title={`发布新版本：${rule.label}`}
      okText="核对无误，发布"
      okButtonProps={{ disabled: !preview.data || preview.isError || preview.isPlaceholderData }}
      confirmLoading={publish.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {general && <Alert className="dialog-alert" type="error" showIcon role="alert" title={general} />}
      <Form<RuleForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={(_, all) => {
          publish.reset()
          textDraft.write(draft, JSON.stringify(all))
        }}
        onFinish={handleFinish}
        scrollToFirstError={{ focus: true }}
      >
        <div className="form-row">
          <Form.Item
            name="amount"
            label="时限"
            rules={[{ required: true, type: 'integer', min: 1, max: 3650, message: '请填写 1 至 3650 的整数' }]}
            {...problemOf('amount')}
          >
            <InputNumber min={1} max={3650} precision={0} />
          </Form.Item>
          <Form.Item name="unit" label="单位" {...problemOf('unit')}>
            <Select options={units.map((value) => ({ value, label: unitLabels[value].replace('个', '') }))} />
          </Form.Item>
          <Form.Item
            name="warn_percent"
            label="剩余百分之几时预警"
            rules={[{ required: true, message: '请填写 0 至 100' }]}
            {...problemOf('warn_percent')}
          >
            <InputNumber min={0} max={100} precision={0} suffix="%" />
          </Form.Item>
          <Form.Item
            name="red_workdays"
            label="超期几个工作日后亮红灯"
            rules={[{ required: true, message: '请填写 0 至 250' }]}
            {...problemOf('red_workdays')}
          >
            <InputNumber min={0} max={250} precision={0} />
          </Form.Item>
          <Form.Item name="times" label="一件可用几次" rules={[{ required: true, message: '请填写 1 至 20' }]} {...problemOf('times')}>
            <InputNumber min={1} max={20} precision={0} />
          </Form.Item>
        </div>
        <Form.Item
          name="legal_basis"
          label="依据"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写法规名称和条款' }]}
          {...problemOf('legal_basis')}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="is_confirmed" valuePropName="checked">
          <Checkbox>已与法规文本核对</Checkbox>
        </Form.Item>
        <EffectiveFields problemOf={problemOf} />
      </Form>
      <RulePreview query={preview} from={from} isWaiting={asked === undefined} />
    </Modal>
  )
}
