import { expect, it, vi } from 'vitest'
import { AppError, type ErrorKind } from '../errors/app-error.ts'
import { mutationErrors, sessionLosses } from './error-events.ts'
import { createQueryClient } from './query-client.ts'

const failing = (kind: ErrorKind) => () => Promise.reject(new AppError({ kind, messageKey: kind, message: kind }))

it('announces a failed write unless its form shows it', async () => {
  const seen = vi.fn<(error: AppError) => void>()
  const stop = mutationErrors.subscribe(seen)
  const cache = createQueryClient().getMutationCache()
  const client = createQueryClient()
  await cache
    .build(client, { mutationFn: failing('conflict') })
    .execute(undefined)
    .catch(() => {})
  await cache
    .build(client, { mutationFn: failing('conflict'), meta: { silent: true } })
    .execute(undefined)
    .catch(() => {})
  stop()
  expect(seen.mock.calls.map(([error]) => error.messageKey)).toEqual(['conflict'])
})

it('notices a lost session on a read', async () => {
  const seen = vi.fn<(error: AppError) => void>()
  const stop = sessionLosses.subscribe(seen)
  const client = createQueryClient()
  await client.fetchQuery({ queryKey: ['a'], queryFn: failing('unauthenticated') }).catch(() => {})
  await client.fetchQuery({ queryKey: ['b'], queryFn: failing('not-found') }).catch(() => {})
  stop()
  expect(seen).toHaveBeenCalledTimes(1)
})
