/** What a template becomes, and what is refused. */
import { expect, it } from 'vitest'
import { MessageError } from './message-channel.ts'
import { fillWords } from './message-words.ts'

const filling = { params: { no: 'TS1' }, secret: null, address: 'a@b.cn', expiresAt: '2026-08-01T04:00:00Z', siteUrl: 'https://site.example/' }

it('fills in what is known, with a link where there is an address', () => {
  expect(fillWords('编号{no}，见{site_url}。', filling)).toBe('编号TS1，见 https://site.example 。')
  expect(fillWords('编号{no}，见{site_url}。', { ...filling, siteUrl: undefined })).toBe('编号TS1，见。')
  expect(fillWords('{code} {until}', { ...filling, secret: '123456' })).toMatch(/^123456 2026年8月1日/)
})

it('sends nothing with a hole in it, and nothing from beyond its own fields', () => {
  expect(() => fillWords('{no}{code}', filling)).toThrow(new MessageError('消息缺少字段 code 的内容'))
  expect(() => fillWords('{constructor}', filling)).toThrow('constructor')
  // What is filled in is not looked at again.
  expect(fillWords('{no}', { ...filling, params: { no: '{code}' }, secret: 'x' })).toBe('{code}')
})
