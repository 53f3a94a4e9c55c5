import { useMutation } from '@tanstack/react-query'
import { proofBits } from '@contract/filing-limits.ts'
import { callFunction } from '@/shared/http/call-function.ts'
import { newProof } from '@/shared/proof/new-proof.ts'
import { askedShape, recoveredShape } from '../model/recovery.ts'

interface Ask {
  /** Names this attempt; the proof of work is for it. */
  ask: string
  phone: string
}

export const useAskRecovery = () =>
  useMutation({
    meta: { silent: true },
    mutationFn: async ({ ask, phone }: Ask) =>
      callFunction('recover-code', { body: { step: 'ask', ask, phone }, answer: askedShape, headers: { 'x-proof': await newProof(ask, proofBits) } }),
  })

export const useOpenRecovery = () =>
  useMutation({
    meta: { silent: true },
    mutationFn: ({ ask, phone, code }: Ask & { code: string }) =>
      callFunction('recover-code', { body: { step: 'open', ask, phone, code }, answer: recoveredShape }),
  })
