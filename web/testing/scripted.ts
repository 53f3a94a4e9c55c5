import { AppError } from '@/shared/errors/app-error.ts'

/** A read under the test's control: pending until told otherwise. */
export function scripted<T>() {
  let answer: () => Promise<T> = () => new Promise(() => {})
  return {
    read: () => answer(),
    pend: () => {
      answer = () => new Promise(() => {})
    },
    give: (data: T) => {
      answer = () => Promise.resolve(data)
    },
    fail: (message = '读取失败了') => {
      answer = () => Promise.reject(new AppError({ kind: 'unexpected', messageKey: 'test', message }))
    },
    hide: () => {
      answer = () => Promise.reject(new AppError({ kind: 'not-found', messageKey: 'test', message: '找不到这一件' }))
    },
  }
}
