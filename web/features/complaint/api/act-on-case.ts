import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CitizenAct } from '@contract/complaint-filing.ts'
import { callFunction } from '@/shared/http/call-function.ts'
import { anything } from '@/shared/http/decode.ts'
import type { LookUpCredentials } from '../model/look-up.ts'

interface Act extends LookUpCredentials {
  caseNo: string
  act: CitizenAct
  photos?: readonly { blob: Blob }[]
}

/** What the citizen does on the look-up page: supply material, withdraw, rate. */
export function useActOnCase() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: ({ photos = [], ...act }: Act) => {
      const body = new FormData()
      body.append('act', JSON.stringify(act))
      photos.forEach(({ blob }, i) => body.append('photos', blob, `photo-${i + 1}.jpg`))
      return callFunction('act-on-complaint', { body, answer: anything })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['complaint', 'look-up'] }),
  })
}
