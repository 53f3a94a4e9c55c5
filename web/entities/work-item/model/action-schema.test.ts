import { expect, it } from 'vitest'
import { metaOf, problemsOf } from '@/shared/form/fields.ts'
import { actionDraft, actionSchema } from './action-schema.ts'
import { requiredFieldSchema } from './work-action.ts'

const schemaOf = (...fields: object[]) => actionSchema({ form: null, requires: fields.map((one) => requiredFieldSchema.parse(one)) })
const words = (schema: ReturnType<typeof schemaOf>, values: object) => problemsOf(schema, values).map(({ message }) => message)

const all = schemaOf(
  { field: 'to', label: '接收单位', type: 'org' },
  { field: 'ground', label: '退回依据', type: 'select', code_set: 'x.y' },
  { field: 'note', label: '退回理由', type: 'textarea', max: 5 },
  { field: 'day', label: '反馈期限', type: 'date', not_past: true },
  { field: 'sum', label: '金额', type: 'number', min: 1, max: 9 },
  { field: 'files', label: '附件', type: 'files' },
  { field: 'region', label: '地区', type: 'region' },
  { field: 'sure', label: '已核对', type: 'boolean' },
)

it('names each field that is missing', () => {
  expect(words(all, {})).toEqual([
    '请选择接收单位',
    '请选择退回依据',
    '请填写退回理由',
    '请选择反馈期限',
    '请填写金额，1 至 9',
    '请选择附件',
    '请选择地区',
  ])
})
it('refuses what the database would refuse', () => {
  const good = { to: 'o', ground: 'g', note: '说明', day: '2099-01-01', sum: 3, files: ['f'], region: 34 }
  expect(words(all, good)).toEqual([])
  expect(words(all, { ...good, note: '一二三四五六' })).toEqual(['退回理由最多 5 个字，请删减'])
  expect(words(all, { ...good, day: '2020-01-01' })).toEqual(['反馈期限不能早于今天'])
  expect(words(all, { ...good, sum: 10, files: [] })).toEqual(['请填写金额，1 至 9', '请至少选择一项附件'])
})
it('lets what is optional be empty, and says so of it', () => {
  const types = ['text', 'textarea', 'date', 'number', 'org', 'orgs', 'officer', 'region', 'files', 'select']
  const schema = schemaOf(...types.map((type) => ({ field: type, label: '甲', type, required: false })))
  expect(words(schema, {})).toEqual([])
  for (const type of types) expect(metaOf(schema.shape[type]).isOptional).toBe(true)
})
it("leaves a module's own form to check itself, and keeps each move's words apart", () => {
  expect(words(actionSchema({ form: 'draw', requires: [] }), { rows: [] })).toEqual([])
  expect(actionDraft('i', 'a')).not.toBe(actionDraft('i', 'b'))
})
