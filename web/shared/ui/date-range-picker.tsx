import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { todayInShanghai } from '../format/date.ts'

dayjs.locale('zh-cn')

interface DateRangePickerProps {
  label: string
  from: string | undefined
  to: string | undefined
  onChange: (range: { from: string | undefined; to: string | undefined }) => void
}

const today = () => dayjs(todayInShanghai())
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
      presets={[
        { label: '近 7 天', value: () => [today().subtract(6, 'day'), today()] },
        { label: '近 30 天', value: () => [today().subtract(29, 'day'), today()] },
        { label: '本月', value: () => [today().startOf('month'), today()] },
        { label: '今年', value: () => [today().startOf('year'), today()] },
      ]}
      onChange={(days) => onChange({ from: textOf(days?.[0]), to: textOf(days?.[1]) })}
    />
  )
}
