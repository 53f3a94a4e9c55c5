import { once } from 'node:events'
import http from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAllowed, startNet, type Net } from './net.ts'
import { useTestDatabase } from './testing/database.ts'
import { eventually } from './testing/stack.ts'

interface Received {
  method: string | undefined
  url: string | undefined
  token: string | string[] | undefined
  body: string
}

const database = await useTestDatabase()
const db = new pg.Client({ connectionString: database.url })
const received: Received[] = []
const server = http.createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    received.push({ method: request.method, url: request.url, token: request.headers['x-token'], body })
    if (request.url !== '/silent') response.writeHead(202, { 'content-type': 'application/json' }).end('{"taken":true}')
  })
})
let net: Net
let base = ''

beforeAll(async () => {
  await db.connect()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  net = startNet(database.adminUrl)
})

afterAll(async () => {
  await net.stop()
  await db.end()
  server.closeAllConnections()
  server.close()
})

const post = async (url: string, rest = '') => {
  const { rows } = await db.query<{ id: string }>(`select net.http_post($1, '{"标题":"监管"}'::jsonb${rest}) as id`, [url])
  return rows[0]?.id
}

const responseTo = (id: string | undefined) =>
  eventually(async () => {
    const { rows } = await db.query<{ status_code: number | null; content: string | null; timed_out: boolean; error_msg: string | null }>(
      'select status_code, content, timed_out, error_msg from net._http_response where id = $1',
      [id],
    )
    return rows[0]
  })

test('what SQL posts arrives, and the answer is kept', async () => {
  const id = await post(`${base}/take`, `, params => '{"q":"a b"}', headers => '{"x-token":"t","content-type":"application/json"}'`)
  expect(await responseTo(id)).toEqual({ status_code: 202, content: '{"taken":true}', timed_out: false, error_msg: null })
  expect(received.at(-1)).toEqual({ method: 'POST', url: '/take?q=a%20b', token: 't', body: '{"标题": "监管"}' })
})

test('what is rolled back is never sent', async () => {
  const before = received.length
  await db.query('begin')
  await post(`${base}/undone`)
  await db.query('rollback')
  await responseTo(await post(`${base}/after`))
  expect(received.slice(before).map(({ url }) => url)).toEqual(['/after'])
})

test('a silent receiver times out', async () => {
  expect(await responseTo(await post(`${base}/silent`, ', timeout_milliseconds => 200'))).toMatchObject({
    status_code: null,
    timed_out: true,
  })
})

test('nothing leaves this machine', async () => {
  const { error_msg } = await responseTo(await post('http://192.0.2.1/'))
  expect(error_msg).toMatch(/loopback/)
  expect(isAllowed('https://example.com/', 'localhost')).toBe(false)
  expect(isAllowed('http://127.0.0.1.example.com/', 'localhost')).toBe(false)
  expect(isAllowed('file:///etc/passwd', 'localhost')).toBe(false)
})
