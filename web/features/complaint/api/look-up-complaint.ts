import { queryOptions, skipToken } from '@tanstack/react-query'
import { callFunction } from '@/shared/http/call-function.ts'
import { lookUpAnswer, type LookUpCredentials } from '../model/look-up.ts'

export const lookUpQuery = (credentials: LookUpCredentials | null) =>
  queryOptions({
    queryKey: ['complaint', 'look-up', credentials?.code, credentials?.phoneTail],
    // Leaves memory with the page: the next person at this computer must not find it.
    gcTime: 0,
    queryFn: credentials ? () => callFunction('look-up-complaint', { body: credentials, answer: lookUpAnswer }) : skipToken,
  })
