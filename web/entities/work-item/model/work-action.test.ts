import { expect, it } from 'vitest'
import { toPayload, workActionSchema } from './work-action.ts'

const action = workActionSchema.parse({
  action: 'refuse',
  label: '不予受理',
  tone: 'danger',
  sort: 1,
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
