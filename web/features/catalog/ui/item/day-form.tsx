import { useState, type FormEvent } from 'react'

interface DayFormProps {
  day: string
  onDay: (day: string) => void
}

/** A check of last year is judged by the item as it was on that day. */
export function DayForm({ day, onDay }: DayFormProps) {
  const [text, setText] = useState(day)
  const [error, setError] = useState('')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
    setError(isDay ? '' : '请选择日期，或按 2026-01-31 的样子填写')
    if (isDay) onDay(text)
  }
  return (
    <form className="item-day-form no-print" onSubmit={handleSubmit} noValidate>
      <label className="field-label" htmlFor="item-day">
        看某一天的内容
      </label>
      <div className="row">
        <input
          id="item-day"
          className="input"
          type="date"
          min="2000-01-01"
          max="2099-12-31"
          value={text}
          aria-invalid={error !== ''}
          aria-describedby={error ? 'item-day-error' : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn">
          看当日的内容
        </button>
      </div>
      {error && (
        <p className="field-error" id="item-day-error" role="alert">
          {error}
        </p>
      )}
    </form>
  )
}
