import { expect, it } from 'vitest'
import { moduleFiles } from './module-files.ts'
import { namesOf } from './names.ts'

it('derives folder, prefix and identifier', () => {
  expect(namesOf('co-investigation', ' 协查协办 ', '16')).toEqual({
    folder: 'co-investigation',
    prefix: 'co_investigation',
    camel: 'coInvestigation',
    title: '协查协办',
    band: '16',
    hasParts: false,
  })
  expect(namesOf('--parts', 'referral', '抄告', '15')).toMatchObject({ folder: 'referral', band: '15', hasParts: true })
})
it.each([
  ['Referral', '抄告', '15'],
  ['referral', '', '15'],
  ['referral', '抄告', '05'],
  ['referral', '抄告', '55'],
  ['referral', '抄告', '15', '--part'],
])('refuses %s %s %s', (...args) => expect(() => namesOf(...args)).toThrow(/模块名|中文名称|段号|选项/))

it.each([[[]], [['--parts']]])('writes every file once, below 300 lines and in folders of the module: %j', (flags) => {
  const files = moduleFiles(namesOf('co-referral', '抄告抄送', '15', ...flags))
  const paths = files.map(([path]) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(files.filter(([, text]) => text.split('\n').length > 300 || !text.endsWith('\n'))).toEqual([])
  const own =
    /^(web\/features\/co-referral|supabase\/(?:tests|seed)\/modules\/co-referral|e2e\/specs\/co-referral)\/|^supabase\/migrations\/202601010015\d\d_co_referral_/
  expect(paths.filter((path) => !own.test(path))).toEqual([])
})
