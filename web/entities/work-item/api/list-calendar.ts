import { queryOptions } from '@tanstack/react-query'
import { shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

export const calendarQuery = queryOptions({
  queryKey: ['calendar', 'days'],
  staleTime: 3_600_000,
  queryFn: ({ signal }) => restGet('work_calendar', { select: 'day,kind' }, shape({ day: text, kind: text }), signal),
})
