import { expect, it, vi } from 'vitest'
import { isProof } from '@contract/proof.ts'
import { newProof } from './new-proof.ts'

vi.mock('../http/call-function.ts', () => ({ callFunction: () => Promise.resolve({ challenge: '490000.ab12' }) }))

it('is what the server takes, for its key and with the challenge in it', async () => {
  const proof = await newProof('key', 8)
  expect(proof).toMatch(/^490000\.ab12:\d+$/)
  expect(await isProof('key', proof, 8)).toBe(true)
  expect(await isProof('key', proof.replace('490000', '490001'), 8)).toBe(false)
})
