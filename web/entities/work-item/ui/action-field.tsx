import { Checkbox, Form, Input, InputNumber } from 'antd'
import { todayInShanghai } from '@/shared/format/date.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import type { FieldControls } from '../model/field-controls.ts'
import type { RequiredField } from '../model/work-action.ts'
import { HandlerSelect } from './handler-select.tsx'
import { TargetSelect, TargetsSelect } from './target-select.tsx'

interface ActionFieldProps {
  field: RequiredField
  itemId: string
  action: string
  controls: FieldControls
}

export function ActionField(props: ActionFieldProps) {
  const { label, required, type, field } = props.field
  const isText = type === 'text' || type === 'textarea'
  return (
    <Form.Item
      name={field}
      label={type === 'boolean' ? undefined : required ? label : `${label}（选填）`}
      valuePropName={type === 'boolean' ? 'checked' : 'value'}
      rules={required ? [{ required: true, whitespace: isText, message: `${isChosen(props.field) ? '请选择' : '请填写'}${label}` }] : []}
    >
      {inputFor(props)}
    </Form.Item>
  )
}

const chosenTypes = new Set<RequiredField['type']>(['select', 'org', 'orgs', 'officer', 'region', 'date', 'files'])
const isChosen = ({ type, code_set: codeSet }: RequiredField) => Boolean(codeSet) || chosenTypes.has(type)

function inputFor({ field: { type, label, code_set: codeSet, min, max, not_past: isNotPast }, itemId, action, controls }: ActionFieldProps) {
  const { region: Region, code: Code, files: Files } = controls
  const limit = max ?? 2000
  if (codeSet) return <Code codeSet={codeSet} />
  switch (type) {
    case 'textarea':
      return <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={limit} showCount />
    case 'org':
      return <TargetSelect itemId={itemId} action={action} />
    case 'orgs':
      return <TargetsSelect itemId={itemId} action={action} />
    case 'officer':
      return <HandlerSelect itemId={itemId} />
    case 'region':
      return <Region />
    case 'files':
      return <Files />
    case 'date':
      return <DateInput min={isNotPast ? todayInShanghai() : undefined} />
    case 'number':
      return <InputNumber {...(min === null || min === undefined ? {} : { min })} {...(max === null || max === undefined ? {} : { max })} />
    case 'boolean':
      return <Checkbox>{label}</Checkbox>
    default:
      return <Input maxLength={Math.min(limit, 200)} />
  }
}
