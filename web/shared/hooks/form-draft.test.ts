// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { formDraft } from './form-draft.ts'
import { textDraft } from './text-draft.ts'

beforeEach(() => localStorage.clear())

it('takes what is no form for none', () => {
  for (const text of ['', '{"a":', '[1]', 'null', '7']) {
    textDraft.write('x', text)
    expect(formDraft.read('x')).toEqual({})
  }
})
it('keeps a form and forgets it', () => {
  formDraft.write('x', { note: '写了一半', amount: 3 })
  expect(formDraft.read('x')).toEqual({ note: '写了一半', amount: 3 })
  formDraft.clear('x')
  expect(formDraft.read('x')).toEqual({})
})
