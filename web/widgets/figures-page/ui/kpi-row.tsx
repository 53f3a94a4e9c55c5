import { Tooltip } from 'antd'
import { Link } from 'react-router'
import { Sparkline } from '@/shared/chart/sparkline.tsx'
import type { Counts, FiguresSource, Measure, RowsLink } from '@/shared/module/figures.ts'
import '../figures-page.css'
import { changeOf, textOf } from '../model/measures.ts'

interface KpiRowProps {
  source: FiguresSource
  /** Undefined while they are on their way: the row then keeps their place. */
  counts: Counts | undefined
  before: Counts | undefined
  lastYear: Counts | undefined
  /** Twelve months, for how each went; undefined while they are on their way. */
  months: readonly Counts[] | undefined
  /** What all of it is about; each number adds its own. */
  base: RowsLink
}

/** What there is to say in six numbers, each with what it means and how it was before. */
export function KpiRow({ source, counts, before, lastYear, months, base }: KpiRowProps) {
  return (
    <ul className="kpis" aria-label={`${source.title}主要数字`}>
      {source.measures.map((measure) => (
        <li key={measure.key} className={measure.key === 'late' && counts && counts.late > 0 ? 'kpi is-late' : 'kpi'}>
          <Tooltip title={measure.definition} trigger={['hover', 'focus']}>
            <button type="button" className="kpi-what" aria-label={`${measure.title}：${measure.definition}`}>
              {measure.title}
            </button>
          </Tooltip>
          <KpiNumber measure={measure} counts={counts} to={measure.rows && source.linkOf({ ...base, ...measure.rows })} />
          <span className="kpi-change">
            {measure.isAsOfNow ? (
              '截至现在'
            ) : (
              <>
                <Sparkline values={months?.map(measure.of) ?? []} />
                <span>环比 {counts ? changeOf(measure, counts, before) : '—'}</span>
                <span>同比 {counts ? changeOf(measure, counts, lastYear) : '—'}</span>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function KpiNumber({ measure, counts, to }: { measure: Measure; counts: Counts | undefined; to: string | undefined }) {
  if (!counts) return <strong>…</strong>
  const text = textOf(measure, counts)
  if (to === undefined || measure.of(counts) === 0) return <strong>{text}</strong>
  return (
    <strong>
      <Link to={to} aria-label={`${measure.title} ${text} 件，查看清单`}>
        {text}
      </Link>
    </strong>
  )
}

/** The same definitions where paper and a phone show them too. */
export function Definitions({ measures }: { measures: readonly Measure[] }) {
  return (
    <section className="figure-notes" aria-label="口径说明">
      <p>{measures.map((measure) => `${measure.title}：${measure.definition}`).join('。')}。</p>
      <p>
        环比：与紧接其前、天数相同的时段相比；同比：与上年同期相比；没有可比的显示“—”。办结、按期办结率和满意率按所选时段登记的件截至现在的结果计算，较近的时段仍会变化。
      </p>
    </section>
  )
}
