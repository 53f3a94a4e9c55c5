// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { MessageDay, MessageFilter, SentMessage } from '../model/sent-message.ts'
import MessagesPage from './messages-page.tsx'

const days = scripted<MessageDay[]>()
const rows = scripted<SentMessage[]>()
const asked = vi.fn<(filter: MessageFilter) => void>()
const retried = vi.fn<(id: string) => void>()
vi.mock('../api/messages.ts', () => ({
  messageFiguresQuery: { queryKey: ['figures'], queryFn: () => days.read() },
  sentMessagesQuery: (filter: MessageFilter) => ({
    queryKey: ['sent', filter],
    initialPageParam: '',
    getNextPageParam: () => undefined,
    queryFn: () => {
      asked(filter)
      return rows.read()
    },
  }),
  useRetryMessage: () => ({ mutate: retried, isPending: false }),
}))

const day: MessageDay = { day: '2026-11-28', sent: 3, waiting: 1, failed: 2, over: 0 }
const failed: SentMessage = {
  id: 'm1',
  channel: 'sms',
  template_label: '投诉举报：已收到',
  shown: '138****5678',
  standing: 'failed',
  error: '消息网关没有答复',
  attempts: 3,
  created_at: '2026-11-28T02:00:00Z',
  sent_at: null,
}

it('fails with a retry, and says when nothing was sent', async () => {
  days.fail()
  rows.fail()
  const first = renderPage(<MessagesPage />)
  expect((await screen.findAllByRole('button', { name: '重新加载' })).length).toBe(2)
  first.unmount()
  days.give([])
  rows.give([])
  renderPage(<MessagesPage />)
  expect(await screen.findByText('还没有发过消息')).toBeTruthy()
})

it('names channel, masked address and reason; a figure leads to its rows; a failed one is sent again', async () => {
  days.give([day])
  rows.give([
    failed,
    { ...failed, id: 'm3', shown: '139****0000', standing: 'held', error: null, attempts: 0 },
    { ...failed, id: 'm2', standing: 'sent', error: null, sent_at: '2026-11-28T02:00:10Z' },
  ])

  renderPage(<MessagesPage />)
  for (const text of ['消息网关没有答复（第 3 次）', '2026-11-28']) expect(await screen.findByText(text)).toBeTruthy()
  expect(screen.getAllByText('138****5678')).toHaveLength(2)
  expect(screen.getAllByText('短信')).toHaveLength(3)
  expect(screen.getByText('免打扰时段结束后发出')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '重发给 138****5678' }))
  expect(retried.mock.calls[0]?.[0]).toBe('m1')
  await userEvent.click(screen.getByRole('button', { name: '2026-11-28 未送达 2 条' }))
  expect(await screen.findByRole('button', { name: /显示全部日期/ })).toBeTruthy()
  expect(asked).toHaveBeenLastCalledWith({ day: '2026-11-28', standing: 'failed' })
})
