import { describe, expect, it } from 'vitest'
import { checkFiling } from './check-filing.ts'
import { emptyFiling, type FilingForm } from './filing-form.ts'

const complete: FilingForm = {
  ...emptyFiling,
  caseTypes: ['complaint'],
  matterCode: 'food',
  title: '过期食品',
  content: '在超市买到过期牛奶，要求退款被拒绝。',
  wish: '退款并赔偿',
  occurredOn: '2026-11-20',
  subjectName: '某某超市',
  name: '张三',
  phone: '13800001234',
  isAgreed: true,
}

const fields = (form: FilingForm, region: number | null = 340102001) => {
  const check = checkFiling(form, region)
  return check.isOk ? [] : check.problems.map((p) => p.field)
}

describe('checkFiling', () => {
  it('passes a complete form', () => expect(fields(complete)).toEqual([]))
  it('names every empty field in the order of the page', () => {
    expect(fields({ ...emptyFiling, caseTypes: ['complaint'] }, null)).toEqual([
      'title',
      'content',
      'matterCode',
      'wish',
      'regionPath',
      'subjectName',
      'name',
      'phone',
      'isAgreed',
    ])
  })
  it('asks for the kind of case first', () => expect(fields(emptyFiling)[0]).toBe('caseTypes'))
  it('lets a tip be anonymous, without a name', () => {
    expect(fields({ ...complete, caseTypes: ['tip'], isAnonymous: true, name: '', phone: '2468' })).toEqual([])
    expect(fields({ ...complete, caseTypes: ['tip'], isAnonymous: true, name: '' })).toEqual(['phone'])
  })
  it('refuses a day that has not come, in the same round as all else', () => {
    expect(fields({ ...complete, occurredOn: '2999-01-01' })).toEqual(['occurredOn'])
    expect(fields({ ...complete, occurredOn: '2999-01-01', title: '' })).toEqual(['title', 'occurredOn'])
  })
  it('forgets anonymity when a 投诉 is added afterwards', () => {
    expect(fields({ ...complete, caseTypes: ['complaint', 'tip'], isAnonymous: true, name: '' })).toEqual(['name'])
  })
  it('lets a doubtful credit code pass, and says when one is too long to be any', () => {
    expect(fields({ ...complete, subjectUscc: '91350100M000100Y44' })).toEqual([])
    expect(fields({ ...complete, subjectUscc: '91350100m000100y43' })).toEqual([])
    expect(fields({ ...complete, subjectUscc: '9'.repeat(31) })).toEqual(['subjectUscc'])
  })
  it('asks for the rest of a day that is begun', () => {
    const check = checkFiling({ ...complete, occurredOn: '2026-11-' }, 340102001)
    expect(check.isOk ? [] : check.problems).toEqual([{ field: 'occurredOn', text: '请把年、月、日选完整；不记得日期的可以都不选' }])
  })
})
