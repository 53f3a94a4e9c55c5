import { expect, it } from 'vitest'
import { readJsonDraft } from './json-draft.ts'

it.each([
  ['', {}],
  ['{"a":1}', { a: 1 }],
  ['{"a":', {}],
  ['[1]', {}],
])('%s', (text, draft) => expect(readJsonDraft(text)).toEqual(draft))
