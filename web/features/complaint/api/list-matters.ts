import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { restGet } from '@/shared/http/rest.ts'

const matterRow = z.object({
  code: z.string(),
  label: z.string(),
  hint: z.nullable(z.string()),
  keywords: z.array(z.string()),
})

export const mattersQuery = queryOptions({
  queryKey: ['complaint', 'matters'],
  staleTime: 3_600_000,
  queryFn: ({ signal }) => restGet('complaint_matters', { select: 'code,label,hint,keywords', order: 'sort' }, matterRow, signal),
})
