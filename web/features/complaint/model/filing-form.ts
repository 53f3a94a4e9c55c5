import { complaintFilingSchema, type CaseType, type ComplaintFiling } from '@contract/complaint-filing.ts'

/** What the form holds while it is being filled: plain strings, nothing checked yet. */
export interface FilingForm {
  caseTypes: CaseType[]
  matterCode: string
  title: string
  content: string
  wish: string
  occurredOn: string
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
  matterCode: '',
  title: '',
  content: '',
  wish: '',
  occurredOn: '',
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

export type FilingCheck = { isOk: true; filing: ComplaintFiling } | { isOk: false; problems: FilingProblem[] }

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

const order = Object.keys(emptyFiling)

/** `regionCode` is null until a county or township is chosen: that is where a case can be routed. */
export function checkFiling(form: FilingForm, regionCode: number | null): FilingCheck {
  const isComplaint = form.caseTypes.includes('complaint')
  const isAnonymous = form.isAnonymous && !isComplaint
  const result = complaintFilingSchema.safeParse({
    caseTypes: form.caseTypes,
    matterCode: form.matterCode,
    title: form.title,
    content: form.content,
    wish: isComplaint ? form.wish : '',
    occurredOn: form.occurredOn || null,
    regionCode: regionCode ?? 0,
    placeText: form.placeText,
    subjectName: form.subjectName,
    subjectUscc: form.subjectUscc.trim().toUpperCase(),
    reporter: { name: isAnonymous ? '' : form.name, phone: form.phone, isAnonymous },
    agreedNotice: form.isAgreed,
  })
  if (result.success) return { isOk: true, filing: result.data }
  const problems = new Map<keyof FilingForm, string>()
  for (const issue of result.error.issues) {
    const field = toFormField(issue.path.join('.')) ?? 'content'
    const text = field === 'regionPath' ? '请选择事发地，至少到县（市、区）' : issue.message
    if (!problems.has(field)) problems.set(field, text)
  }
  // The schema's cross-field rules run only once the single fields pass; name them in the same round.
  if (!isAnonymous && form.name.trim() === '') problems.set('name', '请填写姓名')
  if (isComplaint && form.wish.trim() === '') problems.set('wish', '请填写诉求，例如退款、更换')
  const sorted = [...problems].map(([field, text]) => ({ field, text })).sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  return { isOk: false, problems: sorted }
}
