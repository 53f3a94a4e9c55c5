import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { callFunction } from '@/shared/http/call-function.ts'
import type { FollowCredentials } from '../model/follow.ts'

interface Supply extends FollowCredentials {
  caseNo: string
  text: string
  photos: readonly { blob: Blob }[]
}

export function useSupplyMaterial() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: ({ code, phoneTail, caseNo, text, photos }: Supply) => {
      const body = new FormData()
      for (const [key, value] of Object.entries({ code, phoneTail, caseNo, text })) body.append(key, value)
      photos.forEach(({ blob }, i) => body.append('photos', blob, `photo-${i + 1}.jpg`))
      return callFunction('supply-material', { body, answer: z.unknown() })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['complaint', 'follow'] }),
  })
}
