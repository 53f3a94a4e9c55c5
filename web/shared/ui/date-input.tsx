import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

dayjs.locale('zh-cn')

interface DateInputProps {
  id?: string
  value?: string
  onChange?: (day: string | undefined) => void
  /** First day that may be chosen. */
  min?: string | undefined
  max?: string | undefined
  label?: string
}

/** `2026-11-21`, in Chinese whatever the language of the browser; may also be typed. */
export function DateInput({ id, value, onChange, min, max, label }: DateInputProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      className="date-input"
      placeholder="年-月-日"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : undefined)}
    />
  )
}
