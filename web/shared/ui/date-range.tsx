import { lazy, Suspense } from 'react'
import { Filter } from './filter-bar.tsx'

const Picker = lazy(async () => ({ default: (await import('./date-range-picker.tsx')).DateRangePicker }))

interface DateRangeProps {
  label: string
  from: string | undefined
  to: string | undefined
  onChange: (range: { from: string | undefined; to: string | undefined }) => void
}

/** From one day to another, in one control; either end may be left open. The calendar loads with the first list that has one. */
export function DateRange(props: DateRangeProps) {
  return (
    <Filter label={props.label}>
      <Suspense fallback={<span className="date-range-wait" />}>
        <Picker {...props} />
      </Suspense>
    </Filter>
  )
}
