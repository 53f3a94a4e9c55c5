import type { ComponentProps, ReactNode } from 'react'
import { Field } from './field.tsx'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'id'> {
  id: string
  label: string
  value: string
  onValue: (value: string) => void
  isOptional?: boolean
  hint?: ReactNode
  error?: string | undefined
  warning?: string | undefined
}

export function TextField({ id, label, value, onValue, isOptional = false, hint, error, warning, className, ...rest }: TextFieldProps) {
  return (
    <Field id={id} label={label} isOptional={isOptional} hint={hint} error={error} warning={warning}>
      {(control) => (
        <input
          {...rest}
          {...control}
          className={className ? `input ${className}` : 'input'}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
