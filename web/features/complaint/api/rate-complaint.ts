import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { callFunction } from '@/shared/http/call-function.ts'
import type { FollowCredentials } from '../model/follow.ts'

interface Rating extends FollowCredentials {
  caseNo: string
  level: number
  reason: string
}

export function useRateComplaint() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: (rating: Rating) => callFunction('rate-complaint', { body: rating, answer: z.unknown() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['complaint', 'follow'] }),
  })
}
