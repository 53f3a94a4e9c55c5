import { callFunction } from '../http/call-function.ts'
import { shape, text } from '../http/decode.ts'
import { computeProof } from './compute-proof.ts'

const challengeShape = shape({ challenge: text })

/** A proof of work for this key, `challenge:nonce`: with a challenge of the server's, good for a day. */
export async function newProof(key: string, bits: number): Promise<string> {
  const { challenge } = await callFunction('new-challenge', { body: {}, answer: challengeShape })
  return `${challenge}:${await computeProof(`${key}:${challenge}`, bits)}`
}
