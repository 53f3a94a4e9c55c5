import { Alert, Button, Form, Input, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { CodeSelect } from '@/entities/code/ui/code-select.tsx'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { field } from '@/shared/form/fields.ts'
import { useCheckedForm } from '@/shared/form/use-checked-form.ts'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { FormBody, useFormContext } from '@/shared/ui/form-body.tsx'
import { AreaField, FormField } from '@/shared/ui/form-field.tsx'
import '../styles/change.css'
import {
  fieldOfRefusal,
  problemsFrom,
  problemsOfParts,
  retyped,
  wrongTogether,
  type ChangeValues,
  type PartDraft,
  type PartProblems,
} from '../model/change-request.ts'
import { changeTypes, type ChangeType } from '../model/change.ts'
import { useLeaveWarning } from './change-leave.ts'
import { ChangePartsField } from './change-parts-field.tsx'
import { useChangeWords } from './use-change-words.ts'

const schema = z.object({
  key: field.as(z.uuid(), { label: '编号' }),
  type: field.as(z.enum(changeTypes, { error: '请选择申请类型' }), { label: '申请类型' }),
  reason: field.choice('事由'),
  ground: field.text('理由和依据', { min: 2, max: 1000 }),
  from: field.as(z.iso.date().optional().nullable(), { label: '期望生效日期', isOptional: true }),
  parts: field.as(z.custom<PartDraft[]>(Array.isArray), { label: '调整的事项' }),
})

interface ChangeFormProps {
  initial: ChangeValues
  draft: string
  okText: string
  /** A request that came back stays what it was. */
  isTypeFixed?: boolean
  onSend: (values: ChangeValues) => Promise<unknown>
  onCancel: () => void
}

/** Asks for changes of the catalogue; what is wrong stands at its field, in whichever item that is. */
export function ChangeForm({ initial, draft, okText, isTypeFixed = false, onSend, onCancel }: ChangeFormProps) {
  const [problems, setProblems] = useState<PartProblems>({})
  const [isDirty, setDirty] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const checked = useCheckedForm({
    schema,
    draft,
    initial: { ...initial },
    fieldOf: fieldOfRefusal,
    onSubmit: async (values) => {
      const { type, parts, from } = values
      const together = wrongTogether(type, parts)
      const found = problemsOfParts(parts)
      setProblems(found)
      if (together) throw new AppError({ kind: 'invalid', messageKey: 'catalog.parts', message: together, field: 'parts' })
      const count = Object.values(found).reduce((sum, one) => sum + Object.keys(one).length, 0)
      if (count > 0) throw new AppError({ kind: 'invalid', messageKey: 'catalog.elements', message: `有 ${count} 处需要补正，请看标红的说明` })
      try {
        await onSend({ ...values, from: from ?? undefined })
        setDirty(false)
      } catch (error) {
        const known = toAppError(error)
        if (known.field !== undefined) setProblems(problemsFrom(known.field, known.message, parts))
        throw known
      }
    },
  })
  useLeaveWarning(isDirty)
  // To the first that is wrong, once it is there to be gone to.
  useEffect(() => {
    if (Object.keys(problems).length === 0) return
    const first = place.current?.querySelector('.change-error')?.closest('[data-field]')
    first?.scrollIntoView({ block: 'center' })
    first?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
  }, [problems])
  const handleChange = (changed: object, all: Record<string, unknown>) => {
    setDirty(true)
    checked.handleChange(changed, all)
  }
  return (
    <div ref={place} className="change-form">
      <FormBody checked={{ ...checked, handleChange }}>
        <Form.Item name="key" hidden>
          <Input />
        </Form.Item>
        <FormField name="type">
          <TypePicker isFixed={isTypeFixed} />
        </FormField>
        <div className="change-row">
          <FormField name="reason">
            <CodeSelect codeSet="catalog.change_reason" />
          </FormField>
          <FormField name="from" hint="不填的，由发布机关确定；生效日期以发布时确定的为准">
            <DateInput min={todayInShanghai()} max={addDays(todayInShanghai(), 730)} />
          </FormField>
        </div>
        <AreaField name="ground" rows={3} placeholder="写明调整的理由，以及所依据的法律法规规章、文件名称和文号" />
        <Parts problems={problems} />
        {checked.problem && <Alert className="dialog-alert" type="error" showIcon title={checked.problem.message} />}
        <div className="change-foot">
          <Button onClick={onCancel}>取消</Button>
          <Button type="primary" loading={checked.isPending} onClick={() => checked.form.submit()}>
            {okText}
          </Button>
        </div>
      </FormBody>
    </div>
  )
}

interface TypePickerProps {
  isFixed: boolean
  id?: string
  value?: ChangeType
  onChange?: (type: ChangeType) => void
}

/** The items stay when the type changes: what happens to them follows. */
function TypePicker({ isFixed, id, value, onChange }: TypePickerProps) {
  const { form, fill } = useFormContext()
  const { types, type: wordOf } = useChangeWords()
  if (isFixed) return <p className="change-fixed">{value && wordOf(value)}</p>
  const pick = (next: ChangeType) => {
    onChange?.(next)
    fill('parts', retyped(next, (form.getFieldValue('parts') ?? []) as PartDraft[]))
  }
  return (
    <Radio.Group
      {...(id ? { id } : {})}
      value={value}
      optionType="button"
      options={types.map(({ code, label }) => ({ value: code, label }))}
      onChange={(event) => pick(event.target.value as ChangeType)}
    />
  )
}

function Parts({ problems }: { problems: PartProblems }) {
  const type = (Form.useWatch<ChangeType | undefined>('type') ?? 'amend') as ChangeType
  return (
    <FormField name="parts" hint={hints[type]}>
      <ChangePartsField type={type} problems={problems} />
    </FormField>
  )
}

const hints: Partial<Record<ChangeType, string>> = {
  merge: '两个以上事项并入一个：写一个合并后的新事项，或者选定其中一个“并入此项”，其余取消。',
  split: '一个事项分成两个以上：写拆分出的新事项，原事项取消，或者“保留并变更”。',
}
