import { listOf, maybe, number, oneOf, otherwise, shape, text, flag, type Decoded, type Decoder } from '@/shared/http/decode.ts'

export const itemStates = ['coming', 'in_force', 'suspended', 'repealed'] as const
export type ItemState = (typeof itemStates)[number]
export const itemStateLabels: Record<ItemState, string> = { coming: '待生效', in_force: '在用', suspended: '已暂停', repealed: '已取消' }

/** How far down an item is exercised: 1 全省, 2 地市, 3 区县. */
export const scopeLabels: Record<string, string> = { '1': '全省', '2': '地市', '3': '区县' }

/** Code sets that an item speaks in; their labels are kept by the administrator, so they are read, not written here. */
export const itemSets = {
  object: 'catalog.object',
  method: 'catalog.method',
  measure: 'catalog.measure',
  level: 'catalog.level',
  source: 'catalog.source',
  lawKind: 'catalog.law_kind',
} as const
export type ItemSet = keyof typeof itemSets

/** Levels and scopes are numbers in the table and text in a version. */
const codeText: Decoder<string> = (value, path) => (typeof value === 'number' ? String(value) : text(value, path))

/** An item of today, as the lists show it (view catalog_item_list). */
export const itemRow = shape({
  code: text,
  main_code: text,
  main_name: text,
  name: text,
  line_code: text,
  line_name: text,
  objects: text,
  object_kinds: listOf(text),
  methods: listOf(text),
  measures: listOf(text),
  levels: listOf(codeText),
  flow: text,
  result: text,
  scopes: listOf(codeText),
  source: text,
  state: oneOf(...itemStates),
  successor_codes: listOf(text),
  version: number,
  effective_from: text,
  bases_text: maybe(text),
  is_lapsing: flag,
})
export type CatalogItem = Decoded<typeof itemRow>

export const itemColumns =
  'code,main_code,main_name,name,line_code,line_name,objects,object_kinds,methods,measures,levels,flow,result,scopes,source,state,successor_codes,version,effective_from,bases_text,is_lapsing'

/** What a version holds (definitions, kind catalog_item). */
export const itemBody = shape({
  main_code: text,
  name: text,
  line_code: text,
  objects: text,
  object_kinds: listOf(text),
  methods: listOf(text),
  measures: listOf(text),
  levels: listOf(codeText),
  bases: listOf(shape({ law_code: text, article: otherwise(text, '') })),
  flow: text,
  result: text,
  scopes: otherwise(listOf(codeText), []),
  source: otherwise(text, 'province'),
  state: otherwise(oneOf('in_force', 'suspended', 'repealed'), 'in_force'),
  successor_codes: otherwise(listOf(text), []),
})
export type ItemBody = Decoded<typeof itemBody>
