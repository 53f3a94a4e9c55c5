import { describe, expect, it } from 'vitest'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import {
  actionOf,
  fieldOfRefusal,
  problemsFrom,
  problemsOfPart,
  problemsOfParts,
  retyped,
  toRequest,
  toValues,
  withAction,
  wrongTogether,
  type PartDraft,
} from './change-request.ts'
import type { Change, ChangePart } from './change.ts'

const body: ItemBody = {
  main_code: '01320001',
  name: '特种设备使用单位的监管',
  line_code: 'market',
  objects: '特种设备使用单位',
  object_kinds: ['enterprise'],
  methods: ['random'],
  measures: ['inspect'],
  levels: ['4'],
  bases: [{ law_code: 'special-equipment', article: '第五十七条' }],
  flow: '检查、告知、处理',
  result: '合格或责令改正',
  scopes: ['3'],
  source: 'province',
  state: 'in_force',
  successor_codes: [],
}
const there: PartDraft = { id: 'a', action: 'amend', item_code: '01320001000010', item_name: body.name, before: body, body }
const fresh: PartDraft = { id: 'b', action: 'add', body }
const ended: PartDraft = { id: 'c', action: 'repeal', item_code: '01320001000020', before: body }

describe('a part', () => {
  it('is whole when it names an item and its ten elements', () => {
    expect(problemsOfParts([there, fresh, ended])).toEqual({})
  })
  it('says of each field what is missing', () => {
    const wrong = { ...body, name: ' ', methods: [], bases: [{ law_code: '', article: '' }], flow: 'x'.repeat(1001), main_code: '' }
    expect(problemsOfPart({ ...fresh, body: wrong })).toEqual({
      name: '请填写监管子项名称，2 至 100 字',
      methods: '请选择监管方式，至少一项',
      bases: '请选择依据的法律法规；库中没有的，请先由协调机构登记',
      flow: '监管流程最多 1000 字，请删减',
      main_code: '请选择监管主项，或填写新的主项',
    })
  })
  it('asks for an item, and for the name of a new main item', () => {
    expect(problemsOfPart({ id: 'x', action: 'suspend' })).toEqual({ item: '请选择要调整的监管事项' })
    expect(problemsOfPart({ id: 'x', action: 'add' })).toEqual({ item: '请填写事项的内容' })
    expect(problemsOfPart({ ...fresh, main_name: '', body: { ...body, main_code: '' } })).toEqual({
      main_name: '请填写新的监管主项名称，2 至 100 字',
    })
  })
})

describe('parts together', () => {
  it('make a merger of two into one', () => {
    expect(wrongTogether('merge', [ended, ended, fresh])).toBeNull()
    expect(wrongTogether('merge', [ended, there])).toBeNull()
    for (const parts of [[ended], [ended, ended], [ended, fresh], [ended, fresh, fresh], [there, there]])
      expect(wrongTogether('merge', parts)).toContain('合并应为')
  })
  it('make a division of one into two', () => {
    expect(wrongTogether('split', [ended, fresh, fresh])).toBeNull()
    expect(wrongTogether('split', [there, fresh])).toBeNull()
    for (const parts of [[ended], [ended, fresh], [there], [there, ended, fresh]]) expect(wrongTogether('split', parts)).toContain('拆分应为')
  })
  it('are between one and fifty', () => {
    expect(wrongTogether('amend', [])).toBe('请选择要调整的监管事项')
    expect(wrongTogether('add', [])).toBe('请填写新增的监管事项')
    expect(
      wrongTogether(
        'repeal',
        Array.from({ length: 51 }, () => ended),
      ),
    ).toContain('1 至 50')
    expect(wrongTogether('repeal', [ended])).toBeNull()
  })
})

describe('another type', () => {
  it('keeps the items and does to them what it is for', () => {
    expect(actionOf('merge')).toBe('repeal')
    expect(retyped('suspend', [there, fresh])).toEqual([{ ...there, action: 'suspend', body: undefined }])
    expect(retyped('amend', [ended])).toEqual([{ ...ended, action: 'amend', body }])
    expect(retyped('split', [there, fresh]).map(({ action }) => action)).toEqual(['repeal', 'add'])
    expect(retyped('add', [there, fresh])).toEqual([fresh])
  })
  it('begins an amendment with what stands', () => {
    expect(withAction(ended, 'amend').body).toEqual(body)
    expect(withAction({ id: 'x', action: 'repeal' }, 'amend').body).toBeUndefined()
  })
})

describe('what is sent', () => {
  it('holds nothing that the database gives', () => {
    const { parts, from } = toRequest({
      key: 'k',
      type: 'merge',
      reason: 'law',
      ground: '依据',
      from: undefined,
      parts: [fresh, { ...fresh, main_name: ' 新主项 ' }, ended, there],
    })
    expect(from).toBeNull()
    const { main_code: _, ...withoutMain } = body
    expect(parts).toEqual([
      { action: 'add', body },
      { action: 'add', main_name: '新主项', body: withoutMain },
      { action: 'repeal', item_code: ended.item_code },
      { action: 'amend', item_code: there.item_code, body },
    ])
  })
  it('comes back as it was written', () => {
    const change = { id: 'k', change_type: 'amend', reason: 'law', ground: '依据', effective_from: null } as Change
    const part = { n: 1, action: 'amend', item_code: '01320001000010', base_version: 2, main_name: null, body } as ChangePart
    const before = { ...body, name: '旧名' }
    expect(toValues(change, [part], new Map([['01320001000010@2', before]]))).toEqual({
      key: 'k',
      type: 'amend',
      reason: 'law',
      ground: '依据',
      from: undefined,
      parts: [{ id: 'part-1', action: 'amend', item_code: '01320001000010', item_name: '旧名', before, body }],
    })
  })
})

it('puts a refusal at its field, in whichever part may have it', () => {
  expect(problemsFrom('name', '同名', [there, ended])).toEqual({ a: { name: '同名' } })
  expect(problemsFrom('ground', '太短', [there])).toEqual({})
  expect([fieldOfRefusal('effective_from'), fieldOfRefusal('change_type'), fieldOfRefusal('ground')]).toEqual(['from', 'type', 'ground'])
})
