// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { DeadLetter, Findings } from '../model/system-status.ts'
import StatusPage from './status-page.tsx'

const status = scripted<Findings>()
const letters = scripted<DeadLetter[]>()
const redriven = vi.fn<(id: number) => void>()
vi.mock('../api/status.ts', () => ({
  statusQuery: { queryKey: ['status'], queryFn: () => status.read() },
  deadLettersQuery: { queryKey: ['letters'], queryFn: () => letters.read() },
  useRedrive: () => ({ mutate: redriven, isPending: false }),
}))

const well: Findings = {
  status: { outbox_pending: 0, outbox_oldest: null, outbox_dead: 0, recomputing: 0, provisional: 4, last_seal: '2026-11-22T00:00:00Z' },
  jobs: [{ name: 'work-sweep', schedule: '10 seconds', status: 'succeeded', started_at: '2026-11-22T00:00:00Z', message: null, failed_today: 0 }],
  failures: [],
}

it('fails with a retry', async () => {
  status.fail()
  letters.fail()
  renderPage(<StatusPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('says that all is well, and how the jobs went', async () => {
  status.give(well)
  letters.give([])
  renderPage(<StatusPage />)
  for (const text of ['运行正常', '时限巡检与预警', '每 10 秒', '没有投递失败的事件', '4 件']) expect(await screen.findByText(text)).toBeTruthy()
})

it('drives a dead letter again', async () => {
  status.give({ ...well, status: { ...well.status, outbox_dead: 1 } })
  letters.give([
    {
      id: 9,
      consumer: 'route-complaint',
      topic: 'complaint.create',
      key: 'k',
      item_no: null,
      attempts: 10,
      last_error: '超时',
      created_at: '2026-11-22T00:00:00Z',
    },
  ])
  renderPage(<StatusPage />)
  expect(await screen.findByText(/1 个事件多次投递未成功/)).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: '重新投递 9' }))
  expect(redriven.mock.calls[0]?.[0]).toBe(9)
})
