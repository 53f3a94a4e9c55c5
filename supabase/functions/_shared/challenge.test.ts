import { expect, it } from 'vitest'
import { proofOf } from '../../seed/modules/complaint/filing.ts'
import { assertProof, newChallenge } from './challenge.ts'
import { proofBits } from './contract/filing-limits.ts'
import { FunctionError } from './errors.ts'

const master = btoa('0123456789abcdef0123456789abcdef')
const other = btoa('another key, another key, anothe')
const now = Date.UTC(2026, 0, 1, 8, 30)
const hour = 3_600_000

const outcome = (key: string, proof: string, at = now) =>
  assertProof(master, key, proof, proofBits, at).then(
    () => 'accepted',
    (error: unknown) => (error instanceof FunctionError ? error.code : String(error)),
  )

it.each(['', ':', 'x', ':1', '1:1', '1.2:3', '490000.:0', '-1.00:1', '99999999999.ab:1'])('is no proof: %j', async (proof) => {
  expect(await outcome('key', proof)).toBe('proof.missing')
})

it('is for its key alone', async () => {
  const proof = proofOf('key', await newChallenge(master, now))
  expect(await outcome('key', proof)).toBe('accepted')
  expect(await outcome('another', proof)).toBe('proof.missing')
})

it('holds a day, and not before its hour', async () => {
  const proof = proofOf('key', await newChallenge(master, now))
  expect(await outcome('key', proof, now + 24 * hour)).toBe('accepted')
  expect(await outcome('key', proof, now + 25 * hour)).toBe('proof.stale')
  expect(await outcome('key', proof, now - hour)).toBe('proof.stale')
})

it('needs a challenge of ours: of another key, or an hour made up, it is none', async () => {
  expect(await outcome('key', proofOf('key', await newChallenge(other, now)))).toBe('proof.missing')
  const challenge = await newChallenge(master, now - 48 * hour)
  const made = challenge.replace(/^\d+/, String(Math.floor(now / hour)))
  expect(await outcome('key', proofOf('key', made))).toBe('proof.missing')
})
