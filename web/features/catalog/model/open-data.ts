import { itemStateLabels, scopeLabels, type CatalogItem, type ItemSet } from '@/entities/catalog-item/model/catalog-item.ts'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import { toCsv, type CsvColumn } from '@/shared/format/csv.ts'

type CodeWord = ItemWords['code']

/** Columns of the open file: names for people, each code beside its name so that programs can rely on it. */
export function openColumns(word: CodeWord): readonly CsvColumn<CatalogItem>[] {
  const listed = (set: ItemSet, codes: readonly string[]) => codes.map((code) => word(set, code)).join('、')
  return [
    { title: '事项编码', value: ({ code }) => code },
    { title: '监管部门', value: (row) => row.line_name },
    { title: '监管部门代码', value: (row) => row.line_code },
    { title: '监管主项', value: (row) => row.main_name },
    { title: '监管主项编码', value: ({ main_code }) => main_code },
    { title: '监管子项', value: (row) => row.name },
    { title: '监管方式', value: (row) => listed('method', row.methods) },
    { title: '监管措施', value: (row) => listed('measure', row.measures) },
    { title: '监管对象', value: (row) => row.objects },
    { title: '监管对象类别', value: (row) => listed('object', row.object_kinds) },
    { title: '设定依据', value: (row) => row.bases_text },
    { title: '监管流程', value: (row) => row.flow },
    { title: '监管结果', value: (row) => row.result },
    { title: '监管层级', value: (row) => listed('level', row.levels) },
    { title: '适用范围', value: (row) => row.scopes.map((one) => scopeLabels[one] ?? one).join('、') },
    { title: '编码来源', value: (row) => word('source', row.source) },
    { title: '状态', value: (row) => itemStateLabels[row.state] },
    { title: '版本', value: (row) => row.version },
    { title: '生效日期', value: (row) => row.effective_from },
  ]
}

export const openCsv = (rows: readonly CatalogItem[], word: CodeWord) => toCsv(openColumns(word), rows)

/** The same for programs: stable codes, with the labels they have today. */
export function openJson(rows: readonly CatalogItem[], word: CodeWord, site: string, day: string) {
  const coded = (set: ItemSet, codes: readonly string[]) => codes.map((code) => ({ code, label: word(set, code) }))
  const items = rows.map((row) => ({
    code: row.code,
    name: row.name,
    main: { code: row.main_code, name: row.main_name },
    line: { code: row.line_code, name: row.line_name },
    methods: coded('method', row.methods),
    measures: coded('measure', row.measures),
    objects: row.objects,
    object_kinds: coded('object', row.object_kinds),
    bases: row.bases_text,
    flow: row.flow,
    result: row.result,
    levels: coded('level', row.levels),
    scopes: row.scopes,
    source: row.source,
    state: row.state,
    successor_codes: row.successor_codes,
    version: row.version,
    effective_from: row.effective_from,
  }))
  return `${JSON.stringify({ title: '监管事项目录清单', site, published_on: day, count: items.length, items }, null, 1)}\n`
}
