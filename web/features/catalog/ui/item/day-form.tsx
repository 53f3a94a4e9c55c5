import { useState, type FormEvent } from 'react'
import { DateField } from '@/shared/public-ui/date-field.tsx'
import { dayOf } from '../../model/day.ts'

interface DayFormProps {
  day: string
  /** Nothing is known of what comes after. */
  max: string
  onDay: (day: string) => void
}

/** A check of last year is judged by the item as it was on that day. */
export function DayForm({ day, max, onDay }: DayFormProps) {
  const [text, setText] = useState(day)
  const [error, setError] = useState('')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = dayOf(text)
    setError(chosen ? '' : '请把年、月、日都选上')
    if (chosen) onDay(chosen)
  }
  return (
    <form className="item-day-form no-print" onSubmit={handleSubmit} noValidate>
      <DateField id="item-day" label="看某一天的内容" value={text} max={max} error={error || undefined} onValue={setText} />
      <button type="submit" className="btn">
        看当日的内容
      </button>
    </form>
  )
}
