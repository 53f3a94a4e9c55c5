import { expect, test } from 'vitest'
import { limitSignIns } from './auth-limits.ts'

const right = 'correct horse'
let clock = 0
let asked = 0
const handler = limitSignIns(
  async (request) => {
    asked += 1
    const body = (await request.json()) as { password: string }
    return new Response(null, { status: body.password === right ? 200 : 400 })
  },
  () => clock,
  0,
)

const signIn = async (email: string, password: string, address = '10.0.0.1') => {
  const response = await handler(
    new Request('http://localhost/auth/v1/token?grant_type=password', {
      method: 'POST',
      headers: { 'x-forwarded-for': address },
      body: JSON.stringify({ email, password }),
    }),
  )
  return response.status
}

test('guessing is stopped, the right password included, until the window is over', async () => {
  for (let i = 0; i < 10; i += 1) expect(await signIn('a@example.cn', `guess ${i}`)).toBe(400)
  const before = asked
  expect(await signIn('A@example.cn', right)).toBe(429)
  expect(asked).toBe(before)
  clock += 5 * 60_000 + 1
  expect(await signIn('a@example.cn', right)).toBe(200)
})

test('a stranger elsewhere locks nobody out', async () => {
  for (let i = 0; i < 12; i += 1) await signIn('b@example.cn', 'guess', '10.0.0.2')
  expect(await signIn('b@example.cn', right, '10.0.0.3')).toBe(200)
})

test('guesses made at once are counted as those made one after the other', async () => {
  const statuses = await Promise.all(Array.from({ length: 40 }, (_unused, i) => signIn('d@example.cn', `guess ${i}`, '10.0.0.5')))
  expect(statuses.filter((status) => status === 400)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(30)
})

test('what succeeds is not counted', async () => {
  for (let i = 0; i < 100; i += 1) expect(await signIn('e@example.cn', right, '10.0.0.6')).toBe(200)
})

test('guesses at one account from many addresses are stopped, but not where it was signed in to before', async () => {
  const home = '10.0.1.1'
  expect(await signIn('f@example.cn', right, home)).toBe(200)
  const statuses = []
  for (let i = 0; i < 60; i += 1) statuses.push(await signIn('F@example.cn', `guess ${i}`, `10.0.2.${i}`))
  expect(statuses.filter((status) => status === 400)).toHaveLength(50)
  expect(await signIn('f@example.cn', right, '10.0.3.1')).toBe(429)
  expect(await signIn('f@example.cn', right, home)).toBe(200)
  clock += 15 * 60_000 + 1
  expect(await signIn('f@example.cn', right, '10.0.3.1')).toBe(200)
})

test('many accounts from one address are stopped too', async () => {
  const statuses = []
  for (let i = 0; i < 70; i += 1) statuses.push(await signIn(`c${i}@example.cn`, 'guess', '10.0.0.4'))
  expect(statuses.slice(0, 60).every((status) => status === 400)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
})

test('everything else passes', async () => {
  const request = new Request('http://localhost/rest/v1/notes', { method: 'POST', body: JSON.stringify({ password: 'x' }) })
  expect((await handler(request)).status).toBe(400)
})

test('a refusal takes its time, a right password does not', async () => {
  const patient = limitSignIns(
    async (request) => new Response(null, { status: ((await request.json()) as { password: string }).password === right ? 200 : 400 }),
  )
  const took = async (password: string) => {
    const began = performance.now()
    const body = JSON.stringify({ email: 'nobody@example.cn', password })
    await patient(new Request('http://localhost/auth/v1/token?grant_type=password', { method: 'POST', body }))
    return performance.now() - began
  }
  expect(await took('wrong')).toBeGreaterThanOrEqual(395)
  expect(await took(right)).toBeLessThan(395)
})

test('the old password is guessed no faster by changing it, and nobody is locked out of their own change', async () => {
  const change = async (sub: string, password: string) => {
    const claims = Buffer.from(JSON.stringify({ sub })).toString('base64url')
    const headers = { 'x-forwarded-for': '10.0.0.7', authorization: `Bearer x.${claims}.x` }
    return (await handler(new Request('http://localhost/auth/v1/user', { method: 'PUT', headers, body: JSON.stringify({ password }) }))).status
  }
  for (let i = 0; i < 10; i += 1) expect(await change('one', `guess ${i}`)).toBe(400)
  expect(await change('one', right)).toBe(429)
  expect(await change('two', right)).toBe(200)
})
