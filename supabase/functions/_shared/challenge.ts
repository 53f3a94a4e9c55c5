/**
 * What a proof of work must contain, so that proofs cannot be laid up for months and sent in one night. Nothing is kept:
 * the hour and a digest of it under the key.
 */
import { isProof } from './contract/proof.ts'
import { FunctionError } from './errors.ts'
import { mac } from './secrets.ts'

const hour = 3_600_000
/** Who opens a form in the morning sends it in the evening without a second search. */
const hoursGood = 24

const ofHour = async (master: string, at: number) => `${at}.${(await mac(master, 'challenge', String(at))).slice(0, 32)}`

export const newChallenge = (master: string, now = Date.now()): Promise<string> => ofHour(master, Math.floor(now / hour))

/** `proof` is `challenge:nonce`. Raises proof.missing, proof.stale (422). */
export async function assertProof(master: string, key: string, proof: string, bits: number, now = Date.now()): Promise<void> {
  const challenge = proof.slice(0, Math.max(proof.indexOf(':'), 0))
  const at = Number(/^(\d{1,9})\./.exec(challenge)?.[1] ?? Number.NaN)
  if (Number.isNaN(at) || challenge !== (await ofHour(master, at)) || !(await isProof(key, proof, bits)))
    throw new FunctionError(422, 'proof.missing', '安全校验未通过，请刷新页面后重试；您填写的内容仍然保留')
  const age = Math.floor(now / hour) - at
  if (age < 0 || age > hoursGood) throw new FunctionError(422, 'proof.stale', '页面打开时间过长，安全校验已过期，请重新提交；您填写的内容仍然保留')
}
