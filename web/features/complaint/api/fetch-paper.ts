import { useMutation } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { callFunction } from '@/shared/http/call-function.ts'
import { digestOf } from '@/shared/proof/digest-of.ts'
import { fetchedPaper, type LookUpCredentials } from '../model/look-up.ts'

/** The stored PDF, checked against the digest that was registered before anybody is given it. */
export function useFetchPaper() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async (ask: LookUpCredentials & { paperId: string }) => {
      const { pdf, sha256 } = await callFunction('fetch-paper', { body: ask, answer: fetchedPaper })
      const file = new Blob([Uint8Array.from(atob(pdf), (char) => char.charCodeAt(0))], { type: 'application/pdf' })
      if ((await digestOf(file)) !== sha256)
        throw new AppError({ kind: 'unexpected', messageKey: 'paper.changed', message: '文书与登记的内容不一致，请稍后重试，或到承办单位领取' })
      return file
    },
  })
}
