import type { ReactNode } from 'react'

export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

interface FieldProps {
  id: string
  label: string
  isOptional?: boolean
  hint?: ReactNode
  error?: string | undefined
  /** What is doubtful but accepted; said when it appears, and tied to the control. */
  warning?: string | undefined
  children: (control: ControlProps) => ReactNode
}

/** Label, hint, error and warning tied to one native control. */
export function Field({ id, label, isOptional, hint, error, warning, children }: FieldProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', warning ? `${id}-warning` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
        {isOptional && <small>选填</small>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': Boolean(error) })}
      <FieldError id={`${id}-error`} text={error} />
      {warning && (
        <p role="status" className="field-warning" id={`${id}-warning`}>
          {warning}
        </p>
      )}
    </div>
  )
}

export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p className="field-error" id={id}>
      {text}
    </p>
  ) : (
    <></>
  )
}
