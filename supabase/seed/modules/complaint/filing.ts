/** What a sender of the public form needs outside a browser: challenge and proof of work, a form just complete, one attempt. */
import { hash } from 'node:crypto'
import { proofBits, type CaseType } from '../../../functions/_shared/contract/filing-limits.ts'
import { leadingZeroBits } from '../../../functions/_shared/contract/proof.ts'

/** Of the running product; good for a day and for any number of keys. */
export async function challengeFrom(url: string, publishableKey: string): Promise<string> {
  const response = await fetch(`${url}/functions/v1/new-challenge`, { method: 'POST', headers: { apikey: publishableKey } })
  return ((await response.json()) as { challenge: string }).challenge
}

/** The search of the browser in synchronous script: about 15 ms. */
export function proofOf(key: string, challenge: string): string {
  for (let n = 0; ; n += 1) {
    const proof = `${challenge}:${n.toString(36)}`
    if (leadingZeroBits(hash('sha256', `${key}:${proof}`, 'buffer')) >= proofBits) return proof
  }
}

/** What is left out has its default in the contract. */
export const minimalFiling = {
  caseTypes: ['complaint'] as CaseType[],
  matterCode: 'food',
  title: '接口测试',
  content: '在超市买到过期六天的酸奶，店员拒绝退款。',
  wish: '退款',
  regionCode: 340104000,
  subjectName: '某超市',
  reporter: { name: '张三', phone: '13812345678' },
  agreedNotice: true,
}

export interface Filed {
  status: number
  code?: string
  cases?: { caseNo: string; caseType: CaseType; orgName: string }[]
  error?: { code: string; message: string; field?: string }
}

export interface Attempt {
  url: string
  publishableKey: string
  key: string
  /** Found once for a key, good for every repeat of a day. */
  proof: string
  form: object
  photos?: Buffer[]
  signal?: AbortSignal
}

/** One attempt; the same key may be sent again until it is answered. */
export async function sendFiling({ url, publishableKey, key, proof, form, photos = [], signal }: Attempt): Promise<Filed> {
  const body = new FormData()
  body.set('case', JSON.stringify(form))
  photos.forEach((photo, i) => body.append('photos', new Blob([new Uint8Array(photo)], { type: 'image/png' }), `照片${i + 1}.png`))
  const response = await fetch(`${url}/functions/v1/file-complaint`, {
    method: 'POST',
    headers: { apikey: publishableKey, 'idempotency-key': key, 'x-proof': proof },
    body,
    signal: signal ?? null,
  })
  return { ...((await response.json()) as Omit<Filed, 'status'>), status: response.status }
}
