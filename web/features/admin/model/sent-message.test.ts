import { expect, it } from 'vitest'
import { channelLabel, messageDaySchema, messageSearch, messageStandingLabels, messageStandings, sentMessageSchema } from './sent-message.ts'

it('has a word for every standing and channel', () => {
  expect(messageStandings.map((one) => messageStandingLabels[one])).toEqual(['待发', '免打扰暂存', '已发', '未送达', '作废或过期'])
  expect([channelLabel('sms'), channelLabel('email'), channelLabel('pigeon')]).toEqual(['短信', '邮件', 'pigeon'])
})

it('takes a filter from the address, and nothing that is none', () => {
  expect(messageSearch.parse({ standing: 'failed', day: '2026-11-28' })).toEqual({ standing: 'failed', day: '2026-11-28' })
  expect(messageSearch.parse({ standing: 'x', day: 'tomorrow' })).toEqual(messageSearch.defaults)
})

it('reads no more than what may be shown', () => {
  const row = {
    id: 'a',
    channel: 'sms',
    template_label: '验证码',
    shown: '138****5678',
    standing: 'sent',
    error: null,
    attempts: 1,
    created_at: 'x',
    sent_at: 'y',
  }
  expect(sentMessageSchema.parse({ ...row, secret: '123456' })).toEqual(row)
  expect(messageDaySchema.safeParse({ day: '2026-11-28', sent: 1, waiting: 0, failed: 0, over: 0 }).success).toBe(true)
})
