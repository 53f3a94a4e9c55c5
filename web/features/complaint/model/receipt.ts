import { decodeOrNull, flag, listOf, maybe, oneOf, otherwise, shape, text, type Decoded } from '@/shared/http/decode.ts'

export const receiptShape = shape({
  code: text,
  /** Known to the page that filed, not said by the server. */
  isAnonymous: otherwise(flag, false),
  cases: listOf(
    shape({
      caseNo: text,
      caseType: oneOf('complaint', 'tip'),
      stateLabel: maybe(text),
      orgName: maybe(text),
      reasons: listOf(text),
      termLabel: maybe(text),
      dueAt: maybe(text),
      dueIsProvisional: otherwise(flag, false),
    }),
  ),
})
export type Receipt = Decoded<typeof receiptShape>

/** What opens the look-up page together with the code: a tip without a name has four digits of its own. */
export const secretName = (isAnonymous: boolean) => (isAnonymous ? '您自己设定的 4 位查询密码' : '手机号后四位')

export const caseTypeLabels = { complaint: '投诉', tip: '举报' } as const

const slot = 'complaint-receipt'

/** The code must survive a reload; session storage, so that the next person at a shared computer does not see it. */
export const receiptSlot = {
  read: (): Receipt | null => {
    try {
      return decodeOrNull(receiptShape, JSON.parse(sessionStorage.getItem(slot) ?? 'null'))
    } catch {
      return null
    }
  },
  write: (receipt: Receipt | null) => {
    if (receipt) sessionStorage.setItem(slot, JSON.stringify(receipt))
    else sessionStorage.removeItem(slot)
  },
}
