import dayjs from 'dayjs'
import { todayInShanghai } from '../format/date.ts'

const today = () => dayjs(todayInShanghai())
const since = (first: () => dayjs.Dayjs) => (): [dayjs.Dayjs, dayjs.Dayjs] => [first(), today()]

/** Up to today as the offices count it, wherever the browser stands. */
export const datePresets = [
  { label: '近 7 天', value: since(() => today().subtract(6, 'day')) },
  { label: '近 30 天', value: since(() => today().subtract(29, 'day')) },
  { label: '本月', value: since(() => today().startOf('month')) },
  { label: '今年', value: since(() => today().startOf('year')) },
]
