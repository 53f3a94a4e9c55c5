import { expect, it } from 'vitest'
import {
  examplesOf,
  insertBlock,
  missingFields,
  moveBlock,
  namedWords,
  sheetValues,
  templateWords,
  toBody,
  toDraft,
  withField,
  type TemplateBody,
} from './paper-template.ts'

const body: TemplateBody = {
  no_word: '投受',
  blocks: [
    { type: 'title', text: '投诉受理决定书' },
    { type: 'paragraph', text: '受理编号：{{case_no}}' },
    { type: 'list', items: ['小票', '照片'] },
    { type: 'signature' },
  ],
}
const fields = [
  { name: 'case_no', label: '受理编号', example: 'TS1', isRequired: true, isCommon: false },
  { name: 'reporter', label: '投诉举报人', example: '张*', isRequired: true, isCommon: false },
]
const { blocks } = toDraft(body)

it('comes back from the editor as it went in, with the signature written out', () => {
  expect(toBody(toDraft(body))).toEqual({ ...body, blocks: [...body.blocks.slice(0, 3), { type: 'signature', text: '{{org_name}}' }] })
})

it('drops empty lines of a list and blanks around', () => {
  expect(toBody({ no_word: ' 投受 ', blocks: [{ id: 0, type: 'list', text: ' 一\n\n二 ' }] })).toEqual({
    no_word: '投受',
    blocks: [{ type: 'list', items: ['一', '二'] }],
  })
})

it('puts in and moves blocks, each with a number of its own', () => {
  const more = insertBlock(blocks, 0)
  expect(more.map(({ type }) => type)).toEqual(['title', 'paragraph', 'paragraph', 'list', 'signature'])
  expect(new Set(more.map(({ id }) => id)).size).toBe(5)
  expect(moveBlock(blocks, 2, -1).map(({ type }) => type)).toEqual(['title', 'list', 'paragraph', 'signature'])
  expect(moveBlock(blocks, 9, 1)).toEqual(blocks)
})

it('puts a field where the caret is', () => expect(withField('编号：。', 'case_no', 3)).toBe('编号：{{case_no}}。'))

it('knows what must still be named', () => {
  expect(missingFields(fields, blocks)).toEqual(['投诉举报人'])
  expect(examplesOf(fields)).toEqual({ case_no: 'TS1', reporter: '张*' })
})

it('says a version in a line', () => expect(templateWords(body, fields)).toBe('文号用字“投受”，4 段，27 字：受理编号：〔受理编号〕…'))

it('calls a field by its name, and leaves what is none', () => {
  expect(namedWords('于{{filed_on}}提交{{case_no}}', fields)).toBe('于{{filed_on}}提交〔受理编号〕')
})

it('numbers the sheet with the word of its template', () => {
  const no = { name: 'no', label: '文号', example: '合肥市场监管〔2026〕12号', isRequired: false, isCommon: true }
  expect(sheetValues([...fields, no], ' 投不受 ')).toEqual({ case_no: 'TS1', reporter: '张*', no: '合肥市场监管投不受〔2026〕12号' })
  expect(sheetValues(fields, '投不受')).toEqual(examplesOf(fields))
})
