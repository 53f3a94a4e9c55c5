import { scopeLabels, type ItemBody, type ItemSet } from './catalog-item.ts'

/** What the codes of a body are called. */
export interface ItemWords {
  line: (code: string) => string
  main: (code: string) => string
  code: (set: ItemSet, code: string) => string
  /** A law with its title marks. */
  law: (code: string) => string
}

export interface ItemField {
  key: string
  label: string
  text: (body: ItemBody, words: ItemWords) => string
}

const listed = (set: ItemSet, codes: readonly string[], words: ItemWords) => codes.map((code) => words.code(set, code)).join('、')

export const basisText = ({ law_code, article }: ItemBody['bases'][number], words: ItemWords) => words.law(law_code) + article

/** The ten elements of the notices, in their order: every page, comparison, export and form goes by this list. */
export const itemFields: readonly ItemField[] = [
  { key: 'line_code', label: '监管部门', text: ({ line_code }, words) => words.line(line_code) },
  { key: 'main_code', label: '监管主项', text: ({ main_code }, words) => words.main(main_code) },
  { key: 'name', label: '监管子项', text: ({ name }) => name },
  { key: 'methods', label: '监管方式', text: ({ methods }, words) => listed('method', methods, words) },
  { key: 'measures', label: '监管措施', text: ({ measures }, words) => listed('measure', measures, words) },
  {
    key: 'objects',
    label: '监管对象',
    text: ({ objects, object_kinds }, words) => `${objects}（${listed('object', object_kinds, words)}）`,
  },
  { key: 'bases', label: '设定依据', text: ({ bases }, words) => bases.map((one) => basisText(one, words)).join('；') },
  { key: 'flow', label: '监管流程', text: ({ flow }) => flow },
  { key: 'result', label: '监管结果', text: ({ result }) => result },
  { key: 'levels', label: '监管层级', text: ({ levels }, words) => listed('level', levels, words) },
]

const bodyStates = { in_force: '在用', suspended: '已暂停', repealed: '已取消' }

/** What an item says besides. */
export const moreItemFields: readonly ItemField[] = [
  { key: 'scopes', label: '适用范围', text: ({ scopes }) => scopes.map((one) => scopeLabels[one] ?? one).join('、') },
  { key: 'source', label: '编码来源', text: ({ source }, words) => words.code('source', source) },
  { key: 'state', label: '状态', text: ({ state }) => bodyStates[state] },
]
