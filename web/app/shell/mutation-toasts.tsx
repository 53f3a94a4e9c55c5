import { useEffect } from 'react'
import { mutationErrors } from '@/shared/query/error-events.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { Toasts } from '@/shared/ui/toasts.tsx'

/** Long enough to write down the number in it. */
const secondsWithNumber = 60

/** Every failed write says so, unless its form shows the error itself (`meta: { silent: true }`). */
export function MutationToasts() {
  useEffect(() => mutationErrors.subscribe(({ message, requestId }) => showToast('error', message, requestId ? secondsWithNumber : undefined)), [])
  return <Toasts />
}
