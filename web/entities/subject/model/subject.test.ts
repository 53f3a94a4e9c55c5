import { expect, it } from 'vitest'
import { isActive, subjectHint, subjectSchema } from './subject.ts'

const row = {
  id: '00000000-0000-4000-8000-0000000000b1',
  kind: 'individual',
  name: '庐阳区鼎香小吃店',
  uscc: '92340103MA2NHU4H36',
  is_uscc_doubtful: false,
  state: 'revoked',
  industry_name: '小吃服务',
  region_name: '合肥市庐阳区',
  address: '长江中路 12 号',
  legal_person: '王某',
  registered_on: '2019-05-06',
  source: '测试登记',
  parent_id: null,
  parent_name: null,
  merged_into_id: null,
  licence_light: null,
  tags: [],
}

it('tells what sets a business apart from another of its name, and that it is no more', () => {
  const subject = subjectSchema.parse(row)
  expect(subjectHint(subject)).toBe('吊销，未注销 · 合肥市庐阳区 · 92340103MA2NHU4H36')
  expect(subjectHint({ ...subject, state: 'active', uscc: null })).toBe('合肥市庐阳区 · 无信用代码')
  expect(isActive(subject)).toBe(false)
})
