import type { CatalogItem, ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import type { ItemVersion } from '@/entities/catalog-item/model/item-version.ts'

export const makeItemBody = (patch: Partial<ItemBody> = {}): ItemBody => ({
  main_code: '90001001',
  name: '食品销售监督检查',
  line_code: 'market',
  objects: '食品销售者',
  object_kinds: ['enterprise', 'individual'],
  methods: ['random', 'daily'],
  measures: ['inspect', 'penalty'],
  levels: ['3', '4'],
  bases: [{ law_code: 'food-safety', article: '第一百一十条' }],
  flow: '制定计划，现场检查，记录结果。',
  result: '责令改正；依法处罚。',
  scopes: ['1', '2'],
  source: 'province',
  state: 'in_force',
  successor_codes: [],
  ...patch,
})

export const makeItem = (patch: Partial<CatalogItem> = {}): CatalogItem => ({
  ...makeItemBody(),
  code: '90001001000010',
  main_name: '食品安全监管',
  line_name: '市场监管',
  state: 'in_force',
  version: 1,
  effective_from: '2026-01-01',
  bases_text: '《食品安全法》第一百一十条',
  is_lapsing: false,
  ...patch,
})

/** Versions one after the other, each ending on the day before the next; given and returned the newest first. */
export const makeVersions = (...given: readonly { from: string; to?: string; reason?: string; body?: Partial<ItemBody> }[]): ItemVersion[] =>
  given.map(({ from, to, reason = '年度调整', body }, i) => ({
    id: `v${given.length - i}`,
    version: given.length - i,
    body: makeItemBody(body),
    effective_from: from,
    effective_to: to ?? null,
    reason,
    published_at: `${from}T00:00:00Z`,
  }))

const labels: Record<string, string> = {
  random: '双随机、一公开监管',
  daily: '日常检查',
  inspect: '行政检查',
  penalty: '行政处罚',
  enterprise: '企业',
  individual: '个体工商户',
  '3': '市级',
  '4': '县级',
  province: '省级补充',
}

export const itemWords: ItemWords = {
  line: (code) => (code === 'market' ? '市场监管' : code),
  main: (code) => (code === '90001001' ? '食品安全监管' : code),
  code: (_set, code) => labels[code] ?? code,
  law: (code) => `《${code === 'food-safety' ? '食品安全法' : code}》`,
}
