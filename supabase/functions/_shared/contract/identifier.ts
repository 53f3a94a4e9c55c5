/** Codes that people and organisations are known by, beside `uscc.ts`. The twins are in band 03 of the migrations. */
import { isUscc } from './uscc.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const weighed = (code: string, weights: readonly number[]) => weights.reduce((sum, weight, i) => sum + letters.indexOf(code.charAt(i)) * weight, 0)

/** 组织机构代码 (GB 11714-1997): eight characters and a check character modulo 11, written without the hyphen. */
export const isOrgCode = (code: string) => /^[0-9A-Z]{8}[0-9X]$/.test(code) && '0X987654321'[weighed(code, orgWeights) % 11] === code[8]

function isRealDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [4, 6, 9, 11].includes(month) ? 30 : month === 2 ? (isLeap ? 29 : 28) : 31
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= days
}

/** Of the first 17 digits, ISO 7064 MOD 11-2. */
const citizenCheck = (body: string) => '10X98765432'.charAt(weighed(body, citizenWeights) % 11)
const birthOf = (code: string) => [code.slice(6, 10), code.slice(10, 12), code.slice(12, 14)].map(Number) as [number, number, number]

/**
 * 公民身份号码 (GB 11643-1999). `today`: a day as the database writes it.
 * Today's list of divisions is not asked: a number keeps the division of its day.
 */
export const isCitizenNo = (code: string, today: string) =>
  /^[1-9]\d{16}[0-9X]$/.test(code) && isRealDay(...birthOf(code)) && code.slice(6, 14) <= today.replaceAll('-', '') && citizenCheck(code) === code[17]

/** The 18 characters of a 15-digit 公民身份号码 (GB 11643-1989 to -1999); null when it is none. */
export function fullCitizenNo(code: string): string | null {
  const body = `${code.slice(0, 6)}19${code.slice(6)}`
  return /^[1-9]\d{14}$/.test(code) && isRealDay(...birthOf(body)) ? body + citizenCheck(body) : null
}

/** 工商注册号 (GS 15-2006): 14 digits and a check digit, ISO 7064 MOD 11,10. */
export function isRegistrationNo(code: string): boolean {
  if (!/^\d{15}$/.test(code)) return false
  let product = 10
  for (const digit of code.slice(0, 14)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return (11 - product) % 10 === Number(code[14])
}

/** What is no sign on paper: controls, spaces of every width, format characters. Written out, since \s is not the same everywhere. */
// oxlint-disable-next-line no-control-regex -- Controls are what is looked for.
const unseen = /[\u0001-\u0020\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g
const knownLabel =
  /^[^0-9A-Z:]*:|^(?:统一社会信用代码|社会信用代码|信用代码|组织机构代码|公民身份号码|居民身份证号码|身份证号码|身份证号|身份证|营业执照注册号|工商注册号|注册号)/
const nothings = new Set(['', 'UNDEFINED', 'NULL', 'NONE', 'NAN', 'N/A', '-', '--', '/', '无', '暂无', '未知', '空'])

/** A code of bulk data as it is compared: what was typed around it is gone, words for nothing are null, 15 digits of a person are 18. */
export function cleanedIdentifier(text: string | null | undefined): string | null {
  const whole = (text ?? '')
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
  const label = knownLabel.exec(whole)?.[0] ?? ''
  const code = whole.slice(label.length).replace(/(\((正本|副本|[0-9]{1,2}[-/][0-9]{1,2})\))+$/, '')
  if (nothings.has(code) || /^0+$/.test(code)) return null
  if (/^[0-9A-Z]{8}-[0-9X]$/.test(code)) return code.replace('-', '')
  // Fifteen digits are a person's old number or a registration number. What passes the check of the second is left, unless it is called the first.
  if (/^\d{15}$/.test(code) && (label.includes('身份') || (!label.includes('注册号') && !isRegistrationNo(code)))) return fullCitizenNo(code) ?? code
  return code
}

export const identifierKinds = ['uscc', 'org_code', 'registration_no', 'other'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** Whether a code fails the check of its kind; a kind without a check has no doubtful ones. */
export const isDoubtfulIdentifier = (kind: IdentifierKind, code: string) =>
  ({ uscc: isUscc, org_code: isOrgCode, registration_no: isRegistrationNo, other: () => true })[kind](code) === false
