import type { ReactNode } from 'react'
import { Field } from './field.tsx'

interface AreaFieldProps {
  id: string
  label: string
  value: string
  max: number
  onValue: (value: string) => void
  isOptional?: boolean
  hint?: ReactNode
  error?: string | undefined
}

/** Long text with a count that speaks up only when the limit is near. */
export function AreaField({ id, label, value, max, onValue, isOptional = false, hint, error }: AreaFieldProps) {
  const left = max - value.length
  return (
    <Field id={id} label={label} isOptional={isOptional} hint={hint} error={error}>
      {(control) => (
        <>
          <textarea {...control} className="input" value={value} onChange={(event) => onValue(event.target.value)} />
          <p className="field-hint" aria-live={left < 100 ? 'polite' : 'off'}>
            {left >= 0 ? `还可填写 ${left} 个字` : `已超出 ${-left} 个字`}
          </p>
        </>
      )}
    </Field>
  )
}
