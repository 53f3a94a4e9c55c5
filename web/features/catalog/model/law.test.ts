import { expect, it } from 'vitest'
import { isRepealed, lawSearch, lawStanding, type LawRow } from './law.ts'
import { addLawSchema, endLawSchema, lawFieldOf, toEndedBody, toLawBody } from './law-form.ts'

const law: LawRow = {
  code: 'old-law',
  title: '旧法',
  doc_no: '',
  kind: 'law',
  issuer: '',
  in_force_on: '2010-01-01',
  repealed_on: null,
  successor_code: null,
  successor_title: null,
  item_count: 3,
}
const today = '2026-11-28'

it.each([
  [null, '现行'],
  ['2026-11-28', '2026-11-28 起已废止'],
  ['2026-12-01', '2026-12-01 起废止'],
])('repealed on %s: %s', (repealed_on, words) => {
  expect(lawStanding({ ...law, repealed_on }, today)).toBe(words)
  expect(isRepealed({ repealed_on }, today)).toBe(words.includes('已废止'))
})
it('is not in force before its day', () => expect(lawStanding({ ...law, in_force_on: '2027-01-01' }, today)).toBe('尚未施行'))
it('reads its address', () => expect(lawSearch.parse({ repealed: 'true', kind: 'law' })).toMatchObject({ repealed: true, kind: 'law' }))

it('ends a law and leaves its words; what is put right later leaves the end', () => {
  const ended = toEndedBody(law, { repealed_on: '2026-12-01', successor_code: 'new-law' })
  expect(ended).toEqual({
    title: '旧法',
    doc_no: '',
    kind: 'law',
    issuer: '',
    in_force_on: '2010-01-01',
    repealed_on: '2026-12-01',
    successor_code: 'new-law',
  })
  expect(
    toLawBody({ ...law, title: '旧法律', in_force_on: undefined }, { ...law, repealed_on: '2026-12-01', successor_code: 'new-law' }),
  ).toMatchObject({
    title: '旧法律',
    in_force_on: null,
    repealed_on: '2026-12-01',
    successor_code: 'new-law',
  })
})
it('says what is missing, by field and remedy', () => {
  const problems = addLawSchema
    .safeParse({ code: 'Food Law', title: '法', reason: '' })
    .error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`)
  expect(problems).toEqual([
    expect.stringMatching(/^code 编码只能用小写字母/),
    expect.stringMatching(/^title 请填写名称/),
    'kind 请选择效力级别',
    expect.stringMatching(/^reason 请写明/),
  ])
  expect(endLawSchema.safeParse({ reason: '某令' }).error?.issues[0]?.message).toBe('请选择废止日期')
})
it('finds its own field for the key of the database', () => {
  expect(lawFieldOf('key')).toBe('code')
  expect(lawFieldOf('title')).toBe('title')
})
