import type { AppError } from '../errors/app-error.ts'

type Listener = (error: AppError) => void
const listeners = new Set<Listener>()

/** The query client is made before any screen exists; the screen that can show a toast subscribes here. */
export const mutationErrors = {
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
