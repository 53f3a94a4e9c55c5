import { App } from 'antd'
import { useEffect } from 'react'
import { mutationErrors } from '@/shared/query/mutation-errors.ts'

/** Every failed write says so, unless its form shows the error itself (`meta: { silent: true }`). */
export function MutationToasts() {
  const { message } = App.useApp()
  useEffect(() => mutationErrors.subscribe((error) => void message.error(error.message, 6)), [message])
  return <></>
}
