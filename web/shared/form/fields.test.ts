import { expect, it } from 'vitest'
import { z } from 'zod'
import { field, metaOf, problemsOf } from './fields.ts'

const schema = z
  .object({
    reason: field.text('查看理由', { min: 4, max: 10 }),
    note: field.optionalText('备注', { max: 5 }),
    icp: field.optionalText('备案号', { max: 20, pattern: /^皖/, message: '备案号形如“皖1”' }),
    days: field.integer('天数', { min: 1, max: 30 }),
    org: field.choice('接收单位'),
    files: field.choices('附件'),
    from: field.day('开始日期'),
    to: field.day('结束日期'),
    email: field.email('邮箱', 100),
    sure: field.flag('已核对'),
  })
  .refine(({ from, to }) => to >= from, { path: ['to'], error: '结束日期不能早于开始日期' })

const good = {
  reason: ' 联系投诉人 ',
  days: 3,
  org: 'o',
  files: ['f'],
  from: '2026-01-02',
  to: '2026-01-03',
  email: ' a@b.cn ',
}

it('names every field that is missing and what would do, in the order of the form', () => {
  expect(problemsOf(schema, {}).map(({ name, message }) => `${name} ${message}`)).toEqual([
    'reason 请填写查看理由，4 至 10 个字',
    'days 天数：请填写 1 至 30 的整数',
    'org 请选择接收单位',
    'files 请选择附件',
    'from 请选择开始日期',
    'to 请选择结束日期',
    'email 请填写邮箱',
  ])
})
it('refuses blanks, too much, too little, and what does not fit', () => {
  const problemOf = (patch: object) => problemsOf(schema, { ...good, ...patch })[0]?.message
  expect(problemOf({ reason: '    ' })).toBe('请填写查看理由，4 至 10 个字')
  expect(problemOf({ reason: '一二三四五六七八九十一' })).toBe('查看理由最多 10 个字，请删减')
  expect(problemOf({ note: '一二三四五六' })).toBe('备注最多 5 个字，请删减')
  expect(problemOf({ icp: '京2' })).toBe('备案号形如“皖1”')
  expect(problemOf({ days: 1.5 })).toBe('天数：请填写 1 至 30 的整数')
  expect(problemOf({ days: null })).toBe('天数：请填写 1 至 30 的整数')
  expect(problemOf({ files: [] })).toBe('请至少选择一项附件')
  expect(problemOf({ email: 'x' })).toBe('请填写正确的邮箱，形如 name@example.gov.cn')
  expect(problemOf({ to: '2026-01-01' })).toBe('结束日期不能早于开始日期')
})
it('trims what it takes and leaves nothing undefined', () => {
  expect(schema.parse(good)).toMatchObject({ reason: '联系投诉人', note: '', icp: '', email: 'a@b.cn', sure: false })
})
it('says what a form shows of a field', () => {
  expect(metaOf(schema.shape.reason)).toEqual({ label: '查看理由', max: 10 })
  expect(metaOf(schema.shape.note)).toEqual({ label: '备注', max: 5, isOptional: true })
  expect(metaOf(z.string())).toEqual({ label: '' })
  expect(metaOf(undefined)).toEqual({ label: '' })
})
