// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useDecide } from './decide.ts'

const answer = vi.hoisted(() => ({ resolve: (_value: unknown) => undefined as void }))
vi.mock('@/shared/supabase/client.ts', () => ({
  supabase: { rpc: () => new Promise((resolve) => Object.assign(answer, { resolve })) },
}))

it('says that it is done also when news from elsewhere took the form away before the answer came', async () => {
  const done = vi.fn<() => void>()
  const client = new QueryClient()
  const { result, unmount } = renderHook(() => useDecide('complaint', done), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
  result.current.mutate({ approvalId: 'a', isGranted: true, reason: '' })
  await waitFor(() => expect(result.current.isPending).toBe(true))
  unmount()
  answer.resolve({ data: [{ id: 'x' }], error: null })
  await waitFor(() => expect(done).toHaveBeenCalledOnce())
})
