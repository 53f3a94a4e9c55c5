import { Alert } from 'antd'
import { kindLabels } from '../model/calendar.ts'
import type { DayKind, Notice } from '../model/holiday-notice.ts'

const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const inWords = (day: string) =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（周${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}）`

export function NoticePreview({ notice: { days, doubts } }: { notice: Notice }) {
  const of = (kind: DayKind) => days.filter((one) => one.kind === kind).map(({ day }) => inWords(day))
  return (
    <div role="status">
      {doubts.length > 0 && <Alert className="dialog-alert" type="warning" showIcon title="请先改正以下内容" description={<List items={doubts} />} />}
      <dl className="notice-preview">
        {(['holiday', 'workday'] as const).map((kind) => (
          <div key={kind}>
            <dt>
              {kindLabels[kind]}（{of(kind).length} 天）
            </dt>
            <dd>{of(kind).join('、') || '无'}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">放假只列周一至周五，调休上班只列周末；其余日子按平常计算。</p>
    </div>
  )
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
