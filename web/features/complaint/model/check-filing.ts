import { complaintFilingSchema, type ComplaintFiling } from '@contract/complaint-filing.ts'
import { phonePattern, phoneTailPattern } from '@contract/filing-limits.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { emptyFiling, toFormField, type FilingForm, type FilingProblem } from './filing-form.ts'

export type FilingCheck = { isOk: true; filing: ComplaintFiling } | { isOk: false; problems: FilingProblem[] }

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
    subjectUscc: form.subjectUscc,
    reporter: { name: isAnonymous ? '' : form.name, phone: form.phone, isAnonymous },
    agreedNotice: form.isAgreed,
  })
  const isFuture = form.occurredOn > todayInShanghai()
  if (result.success && !isFuture) return { isOk: true, filing: result.data }
  const problems = new Map<keyof FilingForm, string>()
  for (const issue of result.error?.issues ?? []) {
    const field = toFormField(issue.path.join('.')) ?? 'content'
    const text = field === 'regionPath' ? '请选择事发地，至少到县（市、区）' : issue.message
    if (!problems.has(field)) problems.set(field, text)
  }
  // The schema's cross-field rules run only once the single fields pass; name them in the same round.
  const phone = isAnonymous ? phoneTailPattern : phonePattern
  if (!phone.test(form.phone.trim())) problems.set('phone', isAnonymous ? '请自己设定 4 位数字，用于查询进度' : '手机号应为 11 位数字，以 1 开头')
  if (!isAnonymous && form.name.trim() === '') problems.set('name', '请填写姓名')
  if (problems.has('occurredOn')) problems.set('occurredOn', '请把年、月、日选完整；不记得日期的可以都不选')
  else if (isFuture) problems.set('occurredOn', '发生日期不能晚于今天')
  if (isComplaint && form.wish.trim() === '') problems.set('wish', '请填写诉求，例如退款、更换')
  const sorted = [...problems].map(([field, text]) => ({ field, text })).sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  return { isOk: false, problems: sorted }
}
