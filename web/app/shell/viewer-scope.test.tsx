// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { showToast, useToastStore } from '@/shared/ui/toast-store.ts'
import { useAuthStore } from '@/shared/supabase/auth-store.ts'
import { ViewerScope } from './viewer-scope.tsx'

vi.mock('@/shared/supabase/client.ts', () => ({ supabase: { auth: { onAuthStateChange: () => {} } } }))

const read = vi.fn<() => Promise<string>>()
const become = (userId: string | undefined) =>
  act(() => useAuthStore.setState(userId === undefined ? { status: 'out' } : { status: 'in', userId }, true))

/** A list whose key, like those of the modules, does not say who reads it. */
function Rows() {
  const [typed, setTyped] = useState('')
  const query = useQuery({ queryKey: ['rows'], queryFn: read, retry: false })
  return (
    <>
      <p>{query.data ?? '正在读取'}</p>
      <input aria-label="意见" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <button type="button" onClick={() => setTyped('甲写的')}>
        写
      </button>
    </>
  )
}

const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ViewerScope>
        <Rows />
      </ViewerScope>
    </QueryClientProvider>,
  )

it.each([
  ['after a sign-out', ['a', undefined, 'b']],
  ['without one between', ['a', 'b']],
])('shows nothing of the former user, %s', async (_how, viewers) => {
  read.mockReset()
  read.mockResolvedValueOnce('甲单位的件')
  become(viewers[0])
  show()
  expect(await screen.findByText('甲单位的件')).toBeTruthy()
  act(() => screen.getByRole('button', { name: '写' }).click())
  act(() => showToast('error', '甲的消息'))
  read.mockReturnValue(new Promise(() => {}))
  for (const viewer of viewers.slice(1)) become(viewer)
  expect(screen.queryByText('甲单位的件')).toBeNull()
  expect(screen.getByText('正在读取')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('意见').value).toBe('')
  expect(useToastStore.getState().toasts).toEqual([])
})

it('keeps what was read while the same user stays', async () => {
  read.mockReset()
  read.mockResolvedValue('甲单位的件')
  become('a')
  show()
  await screen.findByText('甲单位的件')
  become('a')
  expect(screen.getByText('甲单位的件')).toBeTruthy()
  expect(read).toHaveBeenCalledTimes(1)
})

it('takes over the profile of the site from the public pages, and nothing else', () => {
  read.mockReset()
  read.mockReturnValue(new Promise(() => {}))
  const publicClient = new QueryClient()
  const parameters = {
    host: null,
    operator: null,
    contact: null,
    address: null,
    site_code: null,
    conac_id: null,
    icp_no: null,
    police_no: null,
    seal_text: null,
  }
  const site = {
    key: 'x',
    name: '安徽省监管系统',
    short_name: '安徽监管',
    government: '安徽省人民政府',
    hotline: '12345',
    root_region: 1,
    tiers: [],
    modules: [],
    parameters,
  }
  publicClient.setQueryData(siteQuery.queryKey, site)
  publicClient.setQueryData(['rows'], '公开页面的件')
  become('a')
  render(
    <QueryClientProvider client={publicClient}>
      <ViewerScope>
        <Rows />
        <SiteName />
      </ViewerScope>
    </QueryClientProvider>,
  )
  expect(screen.getByText('安徽监管')).toBeTruthy()
  expect(screen.getByText('正在读取')).toBeTruthy()
})

function SiteName() {
  return <p>{useQuery(siteQuery).data?.short_name}</p>
}
