import { maybe, shape, text, type Decoded } from '@/shared/http/decode.ts'

export const checkedPaper = shape({ title: text, no: text, orgName: text, issuedOn: text, sha256: text, withdrawnOn: maybe(text) })
export type CheckedPaper = Decoded<typeof checkedPaper>

const codePattern = /^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/

/** People type lower case, blanks and full-width letters, or paste the whole address; empty when there is no code in it. */
export function codeIn(raw: string): string {
  const last = raw.normalize('NFKC').split('/').at(-1) ?? ''
  const letters = last.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const code = letters.match(/.{1,4}/g)?.join('-') ?? ''
  return codePattern.test(code) ? code : ''
}
