import { versionPeriod, type ItemVersion } from '@/entities/catalog-item/model/item-version.ts'
import { DayForm } from './day-form.tsx'

interface ItemVersionsProps {
  versions: readonly ItemVersion[]
  shown: ItemVersion | undefined
  day: string
  onDay: (day: string) => void
  today: string
}

/** Every version with its day and its reason; any of them, or any day, can be read. */
export function ItemVersions({ versions, shown, day, onDay, today }: ItemVersionsProps) {
  const latest = versions.reduce((last, { effective_from }) => (effective_from > last ? effective_from : last), today)
  return (
    <section className="sheet" aria-labelledby="item-versions">
      <h2 id="item-versions">历次版本</h2>
      <DayForm key={day} day={day} max={latest} onDay={onDay} />
      <ol className="item-versions" aria-label="历次版本">
        {versions.map((one) => (
          <li key={one.id} aria-current={one === shown ? 'true' : undefined}>
            <p>
              <strong>第 {one.version} 版</strong> {versionPeriod(one)}
              {one.effective_from > today && <span className="item-standing">待生效</span>}
            </p>
            <p className="item-reason">{one.reason}</p>
            {one === shown ? (
              <p className="item-standing">正在看这一版</p>
            ) : (
              <button type="button" className="btn btn-plain no-print" onClick={() => onDay(one.effective_from)}>
                看第 {one.version} 版
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
