import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ComplaintFiling } from '@contract/complaint-filing.ts'
import { proofBits } from '@contract/filing-limits.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { callFunction } from '@/shared/http/call-function.ts'
import { newProof } from '@/shared/proof/new-proof.ts'
import { receiptShape } from '../model/receipt.ts'

/** Half of the day that a proof is good for. */
const proofAge = 12 * 3_600_000

/** Found while the person is still writing, and again when the form lay open for long; depends on the key alone. */
export const proofQuery = (key: string) =>
  queryOptions({ queryKey: ['complaint', 'proof', key], staleTime: proofAge, queryFn: () => newProof(key, proofBits) })

interface Attempt {
  key: string
  filing: ComplaintFiling
  photos: readonly { name: string; blob: Blob }[]
  onProgress: (share: number) => void
}

export function useFileComplaint() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    // Refused for its proof: the next attempt looks for another.
    onError: (error, { key }) =>
      toAppError(error).messageKey.startsWith('proof.') && client.invalidateQueries({ queryKey: proofQuery(key).queryKey }),
    mutationFn: async ({ key, filing, photos, onProgress }: Attempt) => {
      const body = new FormData()
      body.append('case', JSON.stringify(filing))
      photos.forEach(({ blob }, i) => body.append('photos', blob, `photo-${i + 1}.jpg`))
      const proof = await client.fetchQuery(proofQuery(key))
      return callFunction('file-complaint', {
        body,
        answer: receiptShape,
        headers: { 'idempotency-key': key, 'x-proof': proof },
        onProgress,
      })
    },
  })
}
