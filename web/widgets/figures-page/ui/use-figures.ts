import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { FiguresRequest, FiguresSource } from '@/shared/module/figures.ts'
import { twoYears } from '../model/groups.ts'
import { totalOf } from '../model/measures.ts'
import { monthsUpTo, spanBefore, spanYearEarlier } from '../model/spans.ts'

/** Counted in the database under the viewer's rights; the lists behind the numbers use the same rows. */
export const figuresQuery = ({ module, read }: FiguresSource, request: FiguresRequest) =>
  queryOptions({
    queryKey: [module, 'figures', request],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read(request, signal),
  })

/** The two years up to the last month of the period, whatever its beginning. */
export const monthsQuery = (source: FiguresSource, request: FiguresRequest) =>
  figuresQuery(source, { ...request, ...monthsUpTo(request.to, 24), by: 'month' })

/** The same asked of the period before and of the year before; undefined while unknown. */
export function useCompared(source: FiguresSource, request: FiguresRequest) {
  const before = useQuery({ ...figuresQuery(source, { ...request, ...spanBefore(request) }), select: totalOf })
  const lastYear = useQuery({ ...figuresQuery(source, { ...request, ...spanYearEarlier(request) }), select: totalOf })
  const months = useQuery({ ...monthsQuery(source, request), select: (rows) => twoYears(rows).now })
  // Of another period than what stands beside it, a comparison would be wrong: none until it is there.
  return {
    before: before.isPlaceholderData ? undefined : before.data,
    lastYear: lastYear.isPlaceholderData ? undefined : lastYear.data,
    months: months.isPlaceholderData ? undefined : months.data,
  }
}
