import { phonePattern } from '@contract/filing-limits.ts'
import { flag, listOf, shape, text, type Decoded } from '@/shared/http/decode.ts'

export const askedShape = shape({ isAsked: flag })
export const recoveredShape = shape({
  filings: listOf(shape({ code: text, filedAt: text, cases: listOf(shape({ caseNo: text, title: text, stateLabel: text })) })),
})
export type Recovered = Decoded<typeof recoveredShape>

export const phoneProblem = (phone: string) => (phonePattern.test(phone) ? undefined : '手机号应为 11 位数字，以 1 开头')
export const codeProblem = (code: string) => (/^\d{6}$/.test(code) ? undefined : '验证码为 6 位数字，请按短信填写')
