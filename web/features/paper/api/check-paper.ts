import { queryOptions, skipToken } from '@tanstack/react-query'
import { callFunction } from '@/shared/http/call-function.ts'
import { checkedPaper } from '../model/checked-paper.ts'

/** Asked once: every question counts against the visitor's quota. */
export const checkPaperQuery = (code: string) =>
  queryOptions({
    queryKey: ['paper', 'check', code],
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: code ? () => callFunction('check-paper', { body: { code }, answer: checkedPaper }) : skipToken,
  })
