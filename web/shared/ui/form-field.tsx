import { Checkbox, Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { metaOf } from '../form/fields.ts'
import { useFormContext } from './form-body.tsx'

interface FieldProps {
  name: string
  /** What stands under the field. */
  hint?: ReactNode
  className?: string
}

interface FormFieldProps extends FieldProps {
  children: ReactNode
  /** In place of the schema's: where what is asked depends on what is done. */
  label?: ReactNode
}

/** Called as the schema calls it; optional ones say so. */
export function FormField({ name, hint, className, label, children }: FormFieldProps) {
  const meta = useMeta(name)
  return (
    <Form.Item
      name={name}
      label={label ?? (meta.isOptional ? `${meta.label}（选填）` : meta.label)}
      {...(hint ? { extra: hint } : {})}
      {...(className ? { className } : {})}
    >
      {children}
    </Form.Item>
  )
}

const useMeta = (name: string) => metaOf(useFormContext().schema.shape[name])

interface TextProps extends FieldProps {
  placeholder?: string
  showCount?: boolean
}

export function TextField({ placeholder, showCount = false, ...props }: TextProps) {
  const { max } = useMeta(props.name)
  return (
    <FormField {...props}>
      <Input {...(max ? { maxLength: max } : {})} showCount={showCount} autoComplete="off" {...(placeholder ? { placeholder } : {})} />
    </FormField>
  )
}

interface AreaProps extends FieldProps {
  rows?: number
  placeholder?: string
  label?: string
  /** Beside the name of the field. */
  tools?: ReactNode
}

export function AreaField({ rows = 3, placeholder, tools, ...props }: AreaProps) {
  const { max } = useMeta(props.name)
  const area = (
    <FormField {...props}>
      <Input.TextArea
        autoSize={{ minRows: rows, maxRows: 12 }}
        {...(max ? { maxLength: max, showCount: true } : {})}
        {...(placeholder ? { placeholder } : {})}
      />
    </FormField>
  )
  if (!tools) return area
  return (
    <div className="field-with-tools">
      {area}
      <div className="field-tools">{tools}</div>
    </div>
  )
}

export function IntegerField({ suffix, ...props }: FieldProps & { suffix?: string }) {
  return <NumberField {...props} precision={0} {...(suffix ? { suffix } : {})} />
}

export function NumberField({ suffix, precision, ...props }: FieldProps & { suffix?: string; precision?: number }) {
  const { min, max } = useMeta(props.name)
  return (
    <FormField {...props}>
      <InputNumber
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(precision === undefined ? {} : { precision })}
        {...(suffix ? { suffix } : {})}
      />
    </FormField>
  )
}

export function FlagField({ name }: { name: string }) {
  return (
    <Form.Item name={name} valuePropName="checked">
      <Checkbox>{useMeta(name).label}</Checkbox>
    </Form.Item>
  )
}
