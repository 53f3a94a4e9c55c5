import { flag, listOf, maybe, number, oneOf, otherwise, shape, text, type Decoded } from '@/shared/http/decode.ts'

const maybeText = maybe(text)

const citizenPaper = shape({ id: text, title: text, no: text, at: text, isReady: flag, isWithdrawn: flag })
export type CitizenPaper = Decoded<typeof citizenPaper>

export const fetchedPaper = shape({ no: text, sha256: text, pdf: text })

export const citizenCase = shape({
  caseNo: text,
  caseType: oneOf('complaint', 'tip'),
  title: text,
  stateLabel: text,
  isOpen: otherwise(flag, true),
  orgName: maybeText,
  orgReason: maybeText,
  termLabel: maybeText,
  dueAt: maybeText,
  dueIsProvisional: otherwise(flag, false),
  filedAt: text,
  answers: listOf(shape({ text, outcomeLabel: maybeText, orgName: maybeText, at: text })),
  timeline: listOf(shape({ label: text, orgName: maybeText, at: text })),
  materialRequest: maybeText,
  canSupply: otherwise(flag, false),
  canWithdraw: otherwise(flag, false),
  canRate: otherwise(flag, false),
  rating: maybe(number),
  filing: shape({
    content: text,
    wish: text,
    subjectName: text,
    occurredOn: maybeText,
    place: text,
    materials: listOf(shape({ text, at: text })),
  }),
  papers: otherwise(listOf(citizenPaper), []),
})
export type CitizenCase = Decoded<typeof citizenCase>

export const lookUpAnswer = shape({ cases: listOf(citizenCase) })

export interface LookUpCredentials {
  code: string
  phoneTail: string
}

/** People type lower case, spaces and full-width dashes; the code itself is four groups of four. */
export function normalizeCode(raw: string) {
  const letters = raw
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  return letters.match(/.{1,4}/g)?.join('-') ?? ''
}
