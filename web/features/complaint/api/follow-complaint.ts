import { queryOptions, skipToken } from '@tanstack/react-query'
import { callFunction } from '@/shared/http/call-function.ts'
import { followAnswer, type FollowCredentials } from '../model/follow.ts'

export const followQuery = (credentials: FollowCredentials | null) =>
  queryOptions({
    queryKey: ['complaint', 'follow', credentials?.code, credentials?.phoneTail],
    // Leaves memory with the page: the next person at this computer must not find it.
    gcTime: 0,
    queryFn: credentials ? () => callFunction('follow-complaint', { body: credentials, answer: followAnswer }) : skipToken,
  })
