import type { AppError } from '../errors/app-error.ts'

type Listener = (error: AppError) => void

function channel() {
  const listeners = new Set<Listener>()
  return {
    emit: (error: AppError) => {
      for (const listener of listeners) listener(error)
    },
    subscribe: (listener: Listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** The query client is made before any screen exists; the screen that can show a toast subscribes here. */
export const mutationErrors = channel()

/** The server no longer knows this session, whichever request noticed it first. */
export const sessionLosses = channel()
