import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { datePresets } from './date-presets.ts'

dayjs.locale('zh-cn')

interface DateRangePickerProps {
  label: string
  from: string | undefined
  to: string | undefined
  onChange: (range: { from: string | undefined; to: string | undefined }) => void
}

const dayOf = (text: string | undefined) => (text ? dayjs(text) : null)
const textOf = (day: dayjs.Dayjs | null | undefined) => day?.format('YYYY-MM-DD')

/** In Chinese whatever the language of the browser; `2026-11-01` may also be typed. */
export function DateRangePicker({ label, from, to, onChange }: DateRangePickerProps) {
  return (
    <DatePicker.RangePicker
      className="date-range"
      allowEmpty
      format="YYYY-MM-DD"
      placeholder={['起', '止']}
      aria-label={label}
      value={[dayOf(from), dayOf(to)]}
      presets={datePresets}
      onChange={(days) => onChange({ from: textOf(days?.[0]), to: textOf(days?.[1]) })}
    />
  )
}
