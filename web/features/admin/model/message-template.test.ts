import { expect, it } from 'vitest'
import {
  channelsWord,
  countWord,
  messageCount,
  messageTemplateSchema,
  readTemplateBody,
  templateFormSchema,
  withSamples,
} from './message-template.ts'

const fields = [{ name: 'code', label: '验证码', sample: '123456', is_needed: true }]

it('counts as the gateway bills: one of 70, parts of 67', () => {
  for (const [length, count] of [
    [1, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ] as const)
    expect(messageCount('字'.repeat(length))).toBe(count)
  expect(countWord('字'.repeat(71), { channels: ['sms', 'email'] })).toBe('71 字，2 条短信')
  expect(countWord('字'.repeat(71), { channels: ['email'] })).toBe('71 字')
  expect(channelsWord({ channels: ['sms', 'email'] })).toBe('短信、邮件')
})

it('shows an example in every field, and leaves what is none', () => {
  expect(withSamples('{code}、{nmae}、{constructor}', { fields })).toBe('123456、{nmae}、{constructor}')
})

it('reads a template and its versions, and says what is missing', () => {
  const template = { key: 'phone_code', label: '绑定手机号', fields, is_urgent: true, channels: ['sms'], subject: '验证码', words: '{code}' }
  expect(messageTemplateSchema.parse(template)).toEqual(template)
  expect(readTemplateBody({ subject: '主题', text: '正文' })).toEqual({ subject: '主题', text: '正文' })
  const problems = templateFormSchema.safeParse({ subject: '主题', text: '短', effective_from: '2026-12-01', reason: '调整' }).error?.issues
  expect(problems?.map((one) => one.message)).toEqual(['请填写正文，4 至 500 个字'])
})
