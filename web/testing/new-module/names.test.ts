import { expect, it } from 'vitest'
import { namesOf } from './names.ts'
import { databaseFiles } from './templates-database.ts'
import { webFiles } from './templates-web.ts'

it('derives folder, prefix and identifier', () => {
  expect(namesOf('co-investigation', ' 协查协办 ', '16')).toEqual({
    folder: 'co-investigation',
    prefix: 'co_investigation',
    camel: 'coInvestigation',
    title: '协查协办',
    band: '16',
  })
})
it.each([
  ['Referral', '抄告', '15'],
  ['referral', '', '15'],
  ['referral', '抄告', '05'],
])('refuses %s %s %s', (folder, title, band) => expect(() => namesOf(folder, title, band)).toThrow(/模块名|中文名称|段号/))

it('writes every part of a module once, below 300 lines', () => {
  const files = [...webFiles(namesOf('referral', '抄告抄送', '15')), ...databaseFiles(namesOf('referral', '抄告抄送', '15'))]
  const paths = files.map(([path]) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths).toContain('supabase/migrations/20260101001500_referral.sql')
  expect(files.filter(([, text]) => text.split('\n').length > 300 || !text.endsWith('\n'))).toEqual([])
})
