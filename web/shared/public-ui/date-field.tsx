import { dayChoices, joinDay, splitDay, type DayParts } from '../format/day-parts.ts'
import { FieldError } from './field.tsx'

interface DateFieldProps {
  /** Of the first list, so that an error summary can lead there. */
  id: string
  label: string
  /** `2026-11-03`; while it is being chosen also `2026-11-` or `2026--`. */
  value: string
  max: string
  onValue: (value: string) => void
  isOptional?: boolean
  error?: string | undefined
}

const yearsBack = 10

/** Three native lists: a native date input speaks the language of the browser, not of the page. */
export function DateField({ id, label, value, max, onValue, isOptional = false, error }: DateFieldProps) {
  const parts = splitDay(value)
  const choices = dayChoices(parts, max, yearsBack)
  const lists: [keyof DayParts, string, string[]][] = [
    ['year', '年', choices.years],
    ['month', '月', choices.months],
    ['day', '日', choices.days],
  ]
  return (
    <fieldset className={error ? 'field has-error' : 'field'} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">
        {label}
        {isOptional && <small>选填</small>}
      </legend>
      <div className="date-lists">
        {lists.map(([part, word, options]) => (
          <select
            key={part}
            id={part === 'year' ? id : `${id}-${part}`}
            className="input"
            aria-label={`${label}：${word}`}
            aria-invalid={Boolean(error)}
            aria-describedby={error ? `${id}-error` : undefined}
            value={parts[part]}
            onChange={(event) => onValue(joinDay({ ...parts, [part]: event.target.value }, max))}
          >
            <option value="">{word}</option>
            {options.map((option) => (
              <option key={option} value={option}>
                {Number(option)} {word}
              </option>
            ))}
          </select>
        ))}
      </div>
      <FieldError id={`${id}-error`} text={error} />
    </fieldset>
  )
}
