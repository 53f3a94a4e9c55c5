import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { calendarDaySchema, calendarYearSchema } from '../model/calendar.ts'
import type { CalendarDay } from '../model/holiday-notice.ts'
import { adminKeys } from './keys.ts'

export const calendarYearsQuery = queryOptions({
  queryKey: adminKeys.calendarYears(),
  queryFn: async ({ signal }) =>
    rowsOf(
      await supabase.from('work_calendar_years').select('year,source,published_on').order('year', { ascending: false }).abortSignal(signal),
      calendarYearSchema,
    ),
})

export const calendarDaysQuery = (year: number) =>
  queryOptions({
    queryKey: adminKeys.calendarDays(year),
    queryFn: async ({ signal }) =>
      rowsOf(await supabase.from('work_calendar').select('day,kind').eq('year', year).order('day').abortSignal(signal), calendarDaySchema),
  })

export interface CalendarPublication {
  year: number
  source: string
  days: readonly CalendarDay[]
}

/** Answers how many open items have their terms recomputed. */
export function usePublishCalendar() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ year, source, days }: CalendarPublication) => {
      const { data, error } = await supabase.rpc('publish_work_calendar', {
        p_year: year,
        p_source: source.trim(),
        p_days: days.map(({ day, kind }) => ({ day, kind })),
      })
      if (error) throw toAppError(error)
      return z.number().parse(data)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin', 'calendar'] }),
  })
}
