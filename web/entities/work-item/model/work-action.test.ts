import { expect, it } from 'vitest'
import { makeAction } from '@/testing/make-action.ts'
import { actionName, arrangeActions, blockedReasons, toPayload, workActionSchema } from './work-action.ts'

const action = workActionSchema.parse({
  action: 'refuse',
  label: '不予受理',
  tone: 'danger',
  sort: 1,
  form: null,
  needs_approval: true,
  blocked: null,
  requires: [
    { field: 'ground', type: 'select', label: '理由', code_set: 'complaint.refuse_ground' },
    { field: 'note', type: 'hologram', label: '说明', required: false },
  ],
})

it('asks for an unknown field type as text, and treats fields as required unless told', () => {
  expect(action.requires.map((f) => [f.type, f.required])).toEqual([
    ['select', true],
    ['text', false],
  ])
})
it('sends trimmed text and leaves out what is empty or unasked', () => {
  expect(toPayload(action.requires, { ground: ' other ', note: '  ', stray: 'x' })).toEqual({ ground: 'other' })
})
it('drops nothing that was given: zero, no, lists, rows', () => {
  const fields = ['count', 'isFirst', 'orgs', 'rows', 'none', 'cleared'].map((field) => ({ field }))
  const values = { count: 0, isFirst: false, orgs: ['a', 'b'], rows: [{ name: '甲' }], none: [], cleared: null }
  expect(toPayload(fields, values)).toEqual({ count: 0, isFirst: false, orgs: ['a', 'b'], rows: [{ name: '甲' }] })
})
it('says that a move which needs a second person is only asked for', () => {
  expect([actionName(action), actionName({ label: '签收', needs_approval: false })]).toEqual(['提请不予受理', '签收'])
})
it('puts the next step first, what is held up last, what cannot be undone apart', () => {
  const { main, danger } = arrangeActions([
    makeAction({ action: 'answer_supervision', tone: 'primary', sort: 5, blocked: '没有待反馈的督办' }),
    makeAction({ action: 'request_material', sort: 20 }),
    makeAction({ action: 'accept', tone: 'primary', sort: 30 }),
    makeAction({ action: 'refuse', tone: 'danger', sort: 40 }),
  ])
  expect([main.map((one) => one.action), danger.map((one) => one.action)]).toEqual([['accept', 'request_material', 'answer_supervision'], ['refuse']])
})
it('gives each reason once', () => {
  const reason = '该事项由王芳承办'
  expect(blockedReasons([makeAction({ label: '受理', blocked: reason }), makeAction({ label: '退回', blocked: reason }), makeAction({})])).toEqual([
    { reason, names: ['受理', '退回'] },
  ])
})
