import { expect, test } from 'vitest'
import { z } from 'zod'
import { parse, readJson } from './body.ts'
import { fromDatabase } from './errors.ts'

test('a text keeps what can be seen, however deep it lies', () => {
  const schema = z.object({ title: z.string().trim().min(1), parts: z.array(z.object({ note: z.string() })) })
  const given = { title: '\u202e缺斤\u200b少两\u0000\ud800', parts: [{ note: '第一行\n第二行\t\u001b[31m红' }] }
  expect(parse(schema, given)).toEqual({ title: '缺斤少两', parts: [{ note: '第一行\n第二行\t[31m红' }] })
  expect(() => parse(schema, { title: '\u200b\ufeff', parts: [] })).toThrow('数值过小')
})

test('what is nested without end is refused before it fills the stack', async () => {
  const body = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  await expect(readJson(new Request('http://x', { method: 'POST', body }), z.object({}))).rejects.toMatchObject({
    status: 400,
    code: 'form.unreadable',
  })
})

test.each([
  ['PGRST301', 401],
  ['PGRST303', 401],
  ['42501', 401],
  ['22021', 422],
  ['22P05', 422],
  ['22008', 422],
  ['23514', 422],
  ['PT409', 409],
  ['57014', 503],
])('%s is answered with %d', (code, status) => {
  expect(fromDatabase({ code, message: 'x' }).status).toBe(status)
})
