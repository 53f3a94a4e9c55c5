import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ComplaintFiling } from '@contract/complaint-filing.ts'
import { proofBits } from '@contract/filing-limits.ts'
import { callFunction } from '@/shared/http/call-function.ts'
import { computeProof } from '@/shared/proof/compute-proof.ts'
import { receiptShape } from '../model/receipt.ts'

/** Computed while the person is still writing; depends on the key alone. */
export const proofQuery = (key: string) =>
  queryOptions({ queryKey: ['complaint', 'proof', key], staleTime: Number.POSITIVE_INFINITY, queryFn: () => computeProof(key, proofBits) })

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
    mutationFn: async ({ key, filing, photos, onProgress }: Attempt) => {
      const body = new FormData()
      body.append('case', JSON.stringify(filing))
      photos.forEach(({ blob }, i) => body.append('photos', blob, `photo-${i + 1}.jpg`))
      const proof = await client.ensureQueryData(proofQuery(key))
      return callFunction('file-complaint', {
        body,
        answer: receiptShape,
        headers: { 'idempotency-key': key, 'x-proof': proof },
        onProgress,
      })
    },
  })
}
