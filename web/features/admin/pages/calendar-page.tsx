import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { formatDate, todayInShanghai } from '@/shared/format/date.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { calendarDaysQuery, calendarYearsQuery } from '../api/calendar.ts'
import { workdaysIn, yearChoices, type CalendarYear } from '../model/calendar.ts'
import { calendarSearch } from '../model/calendar-filter.ts'
import '../styles/admin.css'
import { PublishCalendarDialog } from '../ui/publish-calendar-dialog.tsx'
import { YearGrid } from '../ui/year-grid.tsx'

export default function CalendarPage() {
  const thisYear = Number(todayInShanghai().slice(0, 4))
  const { state, update } = useSearchState(calendarSearch)
  const years = useQuery(calendarYearsQuery)
  const year = state.year || thisYear
  const published = years.data?.find((one) => one.year === year)
  const [isPublishing, setPublishing] = useState(false)
  return (
    <Page
      title="工作日历"
      subtitle="期限按工作日计算，以国务院公布的放假安排为准"
      actions={
        <Button type={published ? 'default' : 'primary'} disabled={!years.data} onClick={() => setPublishing(true)}>
          {published ? `更正 ${year} 年` : `录入 ${year} 年`}
        </Button>
      }
    >
      <AsyncView query={years}>
        {(rows) => (
          <>
            <Segmented
              aria-label="年份"
              value={year}
              options={yearChoices(rows, thisYear)
                .slice(0, 6)
                .map((value) => ({ value, label: `${value} 年` }))}
              onChange={(value) => update({ year: value })}
            />
            <YearView year={year} published={published} />
          </>
        )}
      </AsyncView>
      {isPublishing && <PublishCalendarDialog year={year} source={published?.source ?? ''} onClose={() => setPublishing(false)} />}
    </Page>
  )
}

function YearView({ year, published }: { year: number; published: CalendarYear | undefined }) {
  const days = useQuery(calendarDaysQuery(year))
  return (
    <AsyncView query={days}>
      {(rows) => {
        const exceptions = new Map(rows.map(({ day, kind }) => [day, kind]))
        return (
          <>
            {published ? (
              <p className="year-facts">
                {published.source}
                {published.published_on && `（${formatDate(published.published_on)} 录入）`} · 全年 {workdaysIn(year, exceptions)} 个工作日
              </p>
            ) : (
              <Alert
                className="year-facts"
                type="warning"
                showIcon
                title={`${year} 年的放假安排尚未录入`}
                description="跨入该年的期限暂按周一至周五推算，标为“暂定”；录入后自动重新计算。"
              />
            )}
            <YearGrid year={year} exceptions={exceptions} />
          </>
        )
      }}
    </AsyncView>
  )
}
