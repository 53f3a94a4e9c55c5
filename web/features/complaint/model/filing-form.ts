import type { CaseType } from '@contract/filing-limits.ts'

/** What the form holds while it is being filled, in the order of the page: plain strings, nothing checked yet. */
export interface FilingForm {
  caseTypes: CaseType[]
  title: string
  content: string
  matterCode: string
  occurredOn: string
  wish: string
  regionPath: number[]
  placeText: string
  subjectName: string
  subjectUscc: string
  name: string
  phone: string
  isAnonymous: boolean
  isAgreed: boolean
}

export const emptyFiling: FilingForm = {
  caseTypes: [],
  title: '',
  content: '',
  matterCode: '',
  occurredOn: '',
  wish: '',
  regionPath: [],
  placeText: '',
  subjectName: '',
  subjectUscc: '',
  name: '',
  phone: '',
  isAnonymous: false,
  isAgreed: false,
}

export interface FilingProblem {
  field: keyof FilingForm
  text: string
}

const fieldOf: Record<string, keyof FilingForm> = {
  regionCode: 'regionPath',
  reporter: 'name',
  'reporter.name': 'name',
  'reporter.phone': 'phone',
  'reporter.isAnonymous': 'isAnonymous',
  agreedNotice: 'isAgreed',
}

/** Contract path → the field on this page; the server names fields the same way. */
export function toFormField(path: string): keyof FilingForm | undefined {
  const field = fieldOf[path] ?? path
  return field in emptyFiling ? (field as keyof FilingForm) : undefined
}
