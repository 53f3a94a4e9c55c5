/** What the public form is told of a business, and what it is not; the database's side has tests of its own. */
import { expect, it } from 'vitest'
import type { Context } from '../_shared/serve.ts'
import { suggestSubject } from './handler.ts'

function world(isWithin: boolean) {
  const calls: { name: string; values: Record<string, unknown> }[] = []
  const rows = [{ name: '庐阳区鼎香小吃店', region_name: '合肥市庐阳区', code_masked: '92****4H36', uscc: '92340103MA2NHU4H36' }]
  const service = {
    rpc: (name: string, values: Record<string, unknown>) => {
      calls.push({ name, values })
      return Promise.resolve({ data: name === 'take_quota' ? isWithin : rows, error: null })
    },
  }
  const context = { service, network: '10.0.0.1', env: () => btoa('0123456789abcdef0123456789abcdef') } as unknown as Context
  const ask = (body: unknown) => suggestSubject(new Request('http://x', { method: 'POST', body: JSON.stringify(body) }), context)
  return { ask, calls }
}

it('tells name, district and a masked code, and nothing else', async () => {
  const { ask, calls } = world(true)
  expect(await ask({ name: ' 鼎香 ', regionCode: 340103000 })).toEqual({
    subjects: [{ name: '庐阳区鼎香小吃店', regionName: '合肥市庐阳区', codeMasked: '92****4H36' }],
  })
  expect(calls[1]).toEqual({ name: 'suggest_subjects', values: { p_q: '鼎香', p_region: 340103000 } })
})

it('asks the database nothing for one character, a wrong region, or beyond the quota', async () => {
  const { ask, calls } = world(true)
  await expect(ask({ name: '鼎' })).rejects.toMatchObject({ status: 422, message: '请至少填写两个字' })
  await expect(ask({ name: '鼎香', regionCode: 3 })).rejects.toMatchObject({ status: 422, field: 'regionCode' })
  expect(calls.map(({ name }) => name)).toEqual(['take_quota', 'take_quota'])
  const used = world(false)
  await expect(used.ask({ name: '鼎香' })).rejects.toMatchObject({ status: 429, code: 'quota.used_up' })
  expect(used.calls.map(({ name }) => name)).toEqual(['take_quota'])
})
