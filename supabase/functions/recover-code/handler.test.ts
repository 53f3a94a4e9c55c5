/** The same answer for every phone, whatever the database knows; a code is derived anew and never stored. */
import { beforeEach, expect, it } from 'vitest'
import { newChallenge } from '../_shared/challenge.ts'
import { proofBits } from '../_shared/contract/filing-limits.ts'
import { isProof } from '../_shared/contract/proof.ts'
import { FunctionError } from '../_shared/errors.ts'
import { lookUpCode, mac } from '../_shared/secrets.ts'
import type { Context } from '../_shared/serve.ts'
import { recoverCode } from './handler.ts'

const master = btoa('k'.repeat(32))
const ask = '1b5f2f0e-6f5e-4a52-9d0a-3f3c9f3b1c11'
const phone = '13812345678'
const challenge = await newChallenge(master)
let proof = ''
for (let nonce = 0; !proof; nonce += 1) if (await isProof(ask, `${challenge}:${nonce}`, proofBits)) proof = `${challenge}:${nonce}`

const calls: [string, Record<string, unknown>][] = []
let used: string[] = []
let found: object[] = []
beforeEach(() => {
  calls.length = 0
  used = []
  found = []
})

async function send(body: object, sent = proof) {
  const service = {
    rpc: async (name: string, values: Record<string, unknown>) => {
      calls.push([name, values])
      return { data: name === 'take_quota' ? !used.includes(String(values.p_bucket)) : name === 'open_recovery' ? found : null, error: null }
    },
  }
  const context = { service, env: () => master, network: '10.0.0.1' } as unknown as Context
  const headers = { 'content-type': 'application/json', 'x-proof': sent }
  return recoverCode(new Request('http://function/', { method: 'POST', body: JSON.stringify(body), headers }), context).catch((error: unknown) => {
    if (error instanceof FunctionError) return `${error.status} ${error.code} ${error.field ?? ''}`
    throw error
  })
}
const asked = () => calls.filter(([name]) => name === 'ask_recovery')

it('answers the same whether a message goes out or the phone has had enough of them', async () => {
  const first = await send({ step: 'ask', ask, phone })
  expect(asked()).toEqual([['ask_recovery', { p_id: ask, p_phone_mac: await mac(master, 'phone', phone), p_shown: '138****5678' }]])
  expect(JSON.stringify(calls)).not.toContain(phone)
  for (const bucket of ['recover-code.phone_network', 'recover-code.phone']) {
    calls.length = 0
    used = [bucket]
    expect(await send({ step: 'ask', ask, phone })).toEqual(first)
    expect(asked()).toEqual([])
  }
})

it('counts the network first, wants a phone and the work done', async () => {
  used = ['recover-code.address']
  expect(await send({ step: 'ask', ask, phone })).toBe('429 quota.used_up ')
  used = []
  expect(await send({ step: 'ask', ask, phone: '123' })).toMatch(/^422 .* phone$/)
  expect(await send({ step: 'ask', ask, phone }, 'none')).toBe('422 proof.missing ')
  expect(asked()).toEqual([])
})

it('derives the codes anew for the right code, and says one thing for every wrong one', async () => {
  expect(await send({ step: 'open', ask, phone, code: '000000' })).toBe('422 complaint.recovery_failed code')
  expect(await send({ step: 'open', ask, phone, code: '12' })).toMatch(/^422 .* code$/)
  const key = '0b5f2f0e-6f5e-4a52-9d0a-3f3c9f3b1c11'
  const cases = [{ caseNo: 'TS1', title: '过期牛奶', stateLabel: '待受理' }]
  found = [{ key, filed_at: '2026-11-28T00:00:00Z', cases }]
  expect(await send({ step: 'open', ask, phone, code: '123456' })).toEqual({
    filings: [{ code: await lookUpCode(master, key), filedAt: '2026-11-28T00:00:00Z', cases }],
  })
})
