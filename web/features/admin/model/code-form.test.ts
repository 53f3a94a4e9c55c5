import { expect, it } from 'vitest'
import { problemsOf } from '@/shared/form/fields.ts'
import { codeFormSchemas, toCodeBody } from './code-form.ts'

const effective = { effective_from: '2026-11-24', reason: '新增处理方式' }
const entry = {
  key: 'tip.outcome/corrected',
  code: 'corrected',
  body: { label: '已责令改正', sort: 2, is_active: true },
  standing: 'active' as const,
  from: '2000-01-01',
  to: null,
  change: '',
}

it('refuses a code that no program could hold, and takes one that names an action', () => {
  const problemOf = (code: string) => problemsOf(codeFormSchemas.add, { ...effective, label: '名', sort: 1, code })[0]?.message
  for (const code of ['', 'Bad', '中文', 'a b', 'a'.repeat(41)]) expect(problemOf(code)).toBeTruthy()
  expect(problemOf('give_back.1')).toBeUndefined()
})
it('keeps name and place of what is ended', () => {
  expect(problemsOf(codeFormSchemas.end, effective)).toEqual([])
  expect(toCodeBody('end', {}, entry)).toEqual({ label: '已责令改正', sort: 2, is_active: false })
  expect(toCodeBody('change', { label: '责令改正', sort: 0 }, entry)).toEqual({ label: '责令改正', sort: 0, is_active: true })
})
