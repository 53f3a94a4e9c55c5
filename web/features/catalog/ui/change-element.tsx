import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'

interface ElementProps {
  id: string
  label: string
  error: string | undefined
  /** As it stands now, in words; absent: it did not change, or there is nothing to compare with. */
  was: string | undefined
  hint?: string
  /** Several boxes have a name, not a label. */
  isGroup?: boolean
  children: ReactNode
}

/** One of the ten elements: its name, whether it differs from what stands, what is wrong with it. */
export function Element({ id, label, error, was, hint, isGroup = false, children }: ElementProps) {
  const mark = was !== undefined && <span className="change-mark">已修改</span>
  const rest = (
    <>
      {hint && <p className="change-hint">{hint}</p>}
      {was !== undefined && <p className="change-was">原为：{was || '（无）'}</p>}
      {error && (
        <p className="change-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </>
  )
  if (isGroup)
    return (
      <div className="change-element" role="group" aria-labelledby={`${id}-label`} data-field={id}>
        <div className="change-label">
          <span id={`${id}-label`}>{label}</span>
          {mark}
        </div>
        {children}
        {rest}
      </div>
    )
  return (
    <div className="change-element" data-field={id}>
      <div className="change-label">
        <label htmlFor={id}>{label}</label>
        {mark}
      </div>
      {children}
      {rest}
    </div>
  )
}

interface InputProps<Value> {
  id: string
  value: Value
  error: string | undefined
  onChange: (value: Value) => void
}

const invalid = (id: string, error: string | undefined) =>
  error ? { 'aria-invalid': true, 'aria-describedby': `${id}-error`, status: 'error' as const } : {}

export const WordInput = ({ id, value, error, max, onChange }: InputProps<string> & { max: number }) => (
  <Input id={id} value={value} maxLength={max} autoComplete="off" onChange={(event) => onChange(event.target.value)} {...invalid(id, error)} />
)

export const WordArea = ({ id, value, error, max, onChange }: InputProps<string> & { max: number }) => (
  <Input.TextArea
    id={id}
    value={value}
    maxLength={max}
    showCount
    autoSize={{ minRows: 2, maxRows: 10 }}
    onChange={(event) => onChange(event.target.value)}
    {...invalid(id, error)}
  />
)

export interface Option {
  value: string
  label: string
  disabled?: boolean
}

export const OneOf = ({
  id,
  value,
  error,
  options,
  onChange,
  isFixed = false,
}: InputProps<string> & { options: readonly Option[]; isFixed?: boolean }) => (
  <Select
    id={id}
    className="change-select"
    value={value || null}
    options={[...options]}
    disabled={isFixed}
    showSearch={{ optionFilterProp: 'label' }}
    popupMatchSelectWidth={false}
    placeholder="请选择"
    onChange={(next: string | null) => onChange(next ?? '')}
    {...invalid(id, error)}
  />
)

/** In the order of the dictionary, whatever the order they were ticked in. */
export const SomeOf = ({ id, value, options, onChange }: InputProps<string[]> & { options: readonly Option[] }) => (
  <Checkbox.Group
    className="change-boxes"
    name={id}
    value={value}
    options={[...options]}
    onChange={(next) => onChange(options.map((one) => one.value).filter((one) => next.includes(one)))}
  />
)
