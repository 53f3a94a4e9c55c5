import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { tierOf } from '@/entities/region/model/tier-of.ts'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { proofQuery, useFileComplaint } from '../../api/file-complaint.ts'
import { useFilingDraft } from '../../model/filing-draft.ts'
import { toFormField, type FilingForm, type FilingProblem } from '../../model/filing-form.ts'
import type { Receipt } from '../../model/receipt.ts'
import { usePhotos } from './use-photos.ts'

/** The schema brings zod along; it loads while the person is still writing. */
const checkModule = queryOptions({
  queryKey: ['complaint', 'check-module'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => import('../../model/check-filing.ts'),
})

/** The key of this draft belongs to a submission that went through, with other words or by somebody else. */
const usedKeys = new Set(['complaint.form_changed', 'complaint.key_used'])

/** The whole act of filing: draft, photos, proof, check, send. */
export function useFiling(onDone: (receipt: Receipt) => void) {
  const draft = useFilingDraft()
  const photos = usePhotos({ isKept: true })
  const site = useQuery(siteQuery)
  useQuery(proofQuery(draft.key))
  useQuery(checkModule)
  const client = useQueryClient()
  const filing = useFileComplaint()
  const isUnderWay = useRef(false)
  const [problems, setProblems] = useState<FilingProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [progress, setProgress] = useState(0)
  /** What went wrong besides the fields: no network, no answer, no luck. */
  const [failure, setFailure] = useState<unknown>(null)

  const clear = async () => {
    draft.clear()
    await photos.clear()
  }

  const fail = (found: FilingProblem[]) => {
    setProblems(found)
    setAttempt((n) => n + 1)
  }

  const change = (patch: Partial<FilingForm>) => {
    setProblems((list) => list.filter((problem) => !(problem.field in patch)))
    draft.change(patch)
  }

  const checkAndSend = async () => {
    const lowest = draft.form.regionPath[draft.form.regionPath.length - 1] ?? site.data?.root_region ?? 0
    const { checkFiling } = await client.ensureQueryData(checkModule)
    const check = checkFiling(draft.form, lowest > 0 && tierOf(lowest) >= 4 ? lowest : null)
    if (!check.isOk) return fail(check.problems)
    setProblems([])
    setProgress(0)
    const receipt = await filing.mutateAsync({ key: draft.key, filing: check.filing, photos: photos.photos, onProgress: setProgress })
    await clear()
    onDone({ ...receipt, isAnonymous: check.filing.reporter.isAnonymous })
  }

  const submit = async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setFailure(null)
    try {
      await checkAndSend()
    } catch (error) {
      const { field, message } = toAppError(error)
      const formField = field ? toFormField(field) : undefined
      if (formField) fail([{ field: formField, text: message }])
      else setFailure(error)
    } finally {
      isUnderWay.current = false
    }
  }

  const usedKey = failure !== null && usedKeys.has(toAppError(failure).messageKey ?? '')
  /** What was written stays; only the number that belongs to the former submission is given up. */
  const fileAnew = () => {
    draft.renew()
    setFailure(null)
  }

  return { draft, photos, problems, attempt, usedKey, fileAnew, progress, isSending: filing.isPending, failure, change, clear, submit }
}
