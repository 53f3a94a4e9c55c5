import { Checkbox, Form, Input, InputNumber } from 'antd'
import type { FieldControls } from '../model/field-controls.ts'
import { TargetSelect } from './target-select.tsx'
import type { RequiredField } from '../model/work-action.ts'

interface ActionFieldProps {
  field: RequiredField
  controls: FieldControls
}

export function ActionField({ field, controls }: ActionFieldProps) {
  const { label, required, type } = field
  return (
    <Form.Item
      name={field.field}
      label={required ? label : `${label}（选填）`}
      valuePropName={type === 'boolean' ? 'checked' : 'value'}
      rules={
        required
          ? [{ required: true, whitespace: type === 'text' || type === 'textarea', message: `${isChosen(field) ? '请选择' : '请填写'}${label}` }]
          : []
      }
    >
      {inputFor(field, controls)}
    </Form.Item>
  )
}

const isChosen = ({ type, code_set: codeSet }: RequiredField) => Boolean(codeSet) || type === 'org' || type === 'region' || type === 'date'

function inputFor({ type, label, code_set: codeSet, max }: RequiredField, { region: Region, code: Code }: FieldControls) {
  const limit = max ?? 2000
  if (codeSet) return <Code codeSet={codeSet} />
  switch (type) {
    case 'textarea':
      return <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={limit} showCount />
    case 'org':
      return <TargetSelect />
    case 'region':
      return <Region />
    case 'date':
      return <Input type="date" />
    case 'number':
      return <InputNumber />
    case 'boolean':
      return <Checkbox>{label}</Checkbox>
    default:
      return <Input maxLength={Math.min(limit, 200)} />
  }
}
