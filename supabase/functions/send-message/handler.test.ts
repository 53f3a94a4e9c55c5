/** What leaves, how it is signed, and what is kept of a failure; the queue's side has tests with the database. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Context } from '../_shared/serve.ts'
import { seal } from '../_shared/secrets.ts'
import { sendMessage } from './handler.ts'

const received: { headers: IncomingMessage['headers']; body: string }[] = []
let status = 200
const gateway = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('what a gateway says is not kept: ABCD-EFGH')
  })
})
beforeAll(() => new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve)))
afterAll(() => void gateway.close())
afterEach(() => {
  received.length = 0
  status = 200
  vi.restoreAllMocks()
})

const ids = { deliveryId: 7, lease: '0b5f2f0e-6f5e-4a52-9d0a-3f3c9f3b1c11', messageId: '1b5f2f0e-6f5e-4a52-9d0a-3f3c9f3b1c11' }
const invitation = {
  channel: 'email',
  address: 'li+1@example.gov.cn',
  sealed: null,
  template: 'invitation',
  subject: '{site}：邀请您开通账号',
  words: '{name}，您好：{org}邀请您。\n您的邀请码 {code}，有效至 {until}，只能使用一次。\n{join}',
  params: { name: '李四', org: '庐阳区市场监督管理局', site: '安徽省互联网＋监管' },
  secret: 'ABCD-EFGH',
  expires_at: '2026-08-01T04:00:00+00:00',
}

async function send(message: object | undefined, options: Record<string, string>) {
  const calls: [string, Record<string, unknown>][] = []
  const service = {
    rpc: async (name: string, values: Record<string, unknown>) => {
      calls.push([name, values])
      return { data: name === 'take_message' ? (message ? [message] : []) : true, error: null }
    },
  }
  const body = JSON.stringify({ deliveryId: ids.deliveryId, lease: ids.lease, payload: { messageId: ids.messageId } })
  const context = { service, option: (name: string) => options[name], env: (name: string) => options[name] ?? '' } as unknown as Context
  const answer = await sendMessage(
    new Request('http://function/', { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
    context,
  )
  return { answer, settled: calls.at(-1) }
}
const held = { p_id: ids.messageId, p_delivery_id: ids.deliveryId, p_lease: ids.lease }
const byHttp = () => ({
  MESSAGE_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
  MESSAGE_KEY: 'shared key',
  SITE_URL: 'https://site.example/',
})

it('posts the words with the code and a link, signed', async () => {
  const { answer, settled } = await send(invitation, byHttp())
  expect(answer).toEqual({ state: 'sent' })
  expect(settled).toEqual(['settle_message', held])
  const [{ headers, body } = { headers: {}, body: '' }] = received
  const expected = createHmac('sha256', 'shared key')
    .update(`${String(headers['x-message-timestamp'])}.${body}`)
    .digest('hex')
  expect(headers['x-message-signature']).toBe(`sha256=${expected}`)
  expect(headers['idempotency-key']).toBe(ids.messageId)
  const message = JSON.parse(body) as Record<string, string>
  expect(message).toMatchObject({
    id: ids.messageId,
    channel: 'email',
    address: 'li+1@example.gov.cn',
    subject: '安徽省互联网＋监管：邀请您开通账号',
  })
  expect(message.text).toContain('您的邀请码 ABCD-EFGH，有效至 2026年8月1日')
  expect(message.text).toContain('https://site.example/join?email=li%2B1%40example.gov.cn')
})

it.each([500, 404, 302])('keeps of an answer %d that it was refused, and nothing that was said', async (code) => {
  status = code
  const { answer, settled } = await send(invitation, byHttp())
  expect(answer).toEqual({ state: 'failed' })
  expect(settled).toEqual(['settle_message', { ...held, p_error: code === 302 ? '消息网关没有答复' : `消息网关拒绝（${code}）` }])
})

it('says which gateway is missing, and sends nothing to the log instead', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  expect((await send(invitation, {})).settled?.[1].p_error).toBe('没有配置消息网关（MESSAGE_URL）')
  expect((await send(invitation, { MESSAGE_URL: 'http://127.0.0.1:1/' })).settled?.[1].p_error).toBe('没有配置消息网关的密钥（MESSAGE_KEY）')
  expect((await send(invitation, { ...byHttp(), MESSAGE_URL: 'http://127.0.0.1:1/' })).settled?.[1].p_error).toBe('消息网关没有答复')
  expect(log).not.toHaveBeenCalled()
})

it('writes one line where the output of the process is the channel', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  expect((await send(invitation, { MESSAGE_CHANNEL: 'console' })).answer).toEqual({ state: 'sent' })
  expect(log.mock.calls).toEqual([[expect.stringMatching(/^\[message\] 邮件 → li\+1@example\.gov\.cn：李四，您好.*您的邀请码 ABCD-EFGH/)]])
  expect(String(log.mock.calls[0]?.[0])).not.toContain('\n')
})

it('lets go of what is sent, voided or expired, and of a template that nobody wrote', async () => {
  expect((await send(undefined, byHttp())).settled).toEqual(['outbox_settle', { p_id: ids.deliveryId, p_lease: ids.lease }])
  expect((await send({ ...invitation, template: 'unheard', subject: null, words: null }, byHttp())).settled?.[1].p_error).toBe(
    '没有名为 unheard 的消息模板',
  )
  expect(received).toEqual([])
})

it('opens a reporter’s number with the key, and keeps of a number that it cannot open only that', async () => {
  const key = btoa('k'.repeat(32))
  const receipt = { ...invitation, channel: 'sms', address: null, words: '已收到{no}', subject: '收到', params: { no: 'TS1' }, secret: null }
  const sealed = await seal(key, { name: '王五', phone: '13812345678' })
  expect((await send({ ...receipt, sealed }, { ...byHttp(), REPORTER_KEY: key })).answer).toEqual({ state: 'sent' })
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ channel: 'sms', address: '13812345678', text: '已收到TS1' })
  const other = await send({ ...receipt, sealed }, { ...byHttp(), REPORTER_KEY: btoa('x'.repeat(32)) })
  expect(other.settled?.[1].p_error).toBe('号码不能用现在的身份密钥打开（REPORTER_KEY）')
  const hole = await send({ ...receipt, sealed, params: {} }, { ...byHttp(), REPORTER_KEY: key })
  expect(hole.settled?.[1].p_error).toBe('消息缺少字段 no 的内容')
  expect(received).toHaveLength(1)
})
