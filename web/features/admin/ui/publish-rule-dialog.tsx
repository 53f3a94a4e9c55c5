import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Select } from 'antd'
import { useDeferredValue } from 'react'
import { unitLabels, units } from '@/entities/term/model/term-word.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { FlagField, FormField, IntegerField, TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { rulePreviewQuery } from '../api/deadline-rules.ts'
import { usePublishVersion } from '../api/versions.ts'
import type { RuleBody } from '../model/deadline-rule.ts'
import { ruleFieldOf, ruleFormSchema, ruleTermSchema, toRuleChange, toRuleForm, type RuleForm } from '../model/rule-form.ts'
import { EffectiveFields } from './effective-fields.tsx'
import { RulePreview } from './rule-preview.tsx'

interface PublishRuleDialogProps {
  ruleKey: string
  /** In force: the new version begins as a copy of it. */
  rule: RuleBody
  onClose: () => void
}

/** What a new version would mean is shown before it is published; an incomplete one is told what is missing. */
export function PublishRuleDialog({ ruleKey, rule, onClose }: PublishRuleDialogProps) {
  const [form] = Form.useForm()
  const values: unknown = useDeferredValue(Form.useWatch([], form) as unknown)
  const complete = ruleTermSchema.safeParse(values)
  const asked = complete.success ? complete.data : undefined
  const { amount, unit, effective_from: from } = asked ?? { ...rule, effective_from: '' }
  const preview = useQuery({ ...rulePreviewQuery(ruleKey, { amount, unit }, from), enabled: asked !== undefined })
  const publish = usePublishVersion()
  const handleSubmit = async (fields: RuleForm) => {
    await publish.mutateAsync({
      kind: 'deadline_rule',
      key: ruleKey,
      body: { ...toRuleChange(fields) },
      from: fields.effective_from,
      reason: fields.reason,
    })
    showToast('success', `“${rule.label}”的新版本已发布，${fields.effective_from} 起生效`)
    onClose()
  }
  return (
    <FormDialog
      title={`发布新版本：${rule.label}`}
      okText="核对无误，发布"
      isOkDisabled={asked !== undefined && (!preview.data || preview.isError || preview.isPlaceholderData)}
      width={760}
      form={form}
      schema={ruleFormSchema}
      initial={toRuleForm(rule, addDays(todayInShanghai(), 1))}
      draft={`deadline-rule:${ruleKey}`}
      fieldOf={ruleFieldOf}
      onSubmit={handleSubmit}
      onClose={onClose}
      intro={preview.error && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(preview.error).message} />}
    >
      <div className="form-row">
        <IntegerField name="amount" />
        <FormField name="unit">
          <Select options={units.map((value) => ({ value, label: unitLabels[value].replace('个', '') }))} />
        </FormField>
        <IntegerField name="warn_percent" suffix="%" />
        <IntegerField name="red_workdays" />
        <IntegerField name="times" />
      </div>
      <TextField name="legal_basis" />
      <FlagField name="is_confirmed" />
      <EffectiveFields />
      <RulePreview query={preview} from={from} isWaiting={asked === undefined} />
    </FormDialog>
  )
}
