import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { AppError } from '../errors/app-error.ts'
import { toAppError } from '../errors/to-app-error.ts'
import { mutationErrors, sessionLosses } from './error-events.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error
    mutationMeta: { silent?: boolean }
  }
}

const isWorthRetrying = (error: unknown) => error instanceof AppError && (error.kind === 'network' || error.kind === 'unexpected')

export function createQueryClient() {
  const noticeLoss = (error: AppError) => {
    if (error.kind === 'unauthenticated') sessionLosses.emit(error)
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeLoss(toAppError(error)) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        const known = toAppError(error)
        noticeLoss(known)
        if (!mutation.meta?.silent) mutationErrors.emit(known)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && isWorthRetrying(error),
        throwOnError: false,
      },
      // A lost answer must be asked again by the person, with the same idempotency key.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
