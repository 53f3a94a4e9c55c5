/**
 * The content of the catalogue as written in content/*.csv. The files lie in a folder of their own because every CSV
 * beside this one would be loaded as the table of its name.
 */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { usual } from './usual.ts'

export const lawKinds = ['law', 'regulation', 'local', 'rule', 'normative'] as const
export const objectKinds = ['enterprise', 'individual', 'institution', 'organisation', 'person', 'place', 'equipment', 'product', 'project'] as const
export const methods = ['random', 'key', 'credit', 'joint', 'remote', 'daily', 'special', 'prudent'] as const
export const measures = ['inspect', 'penalty', 'coercion', 'other'] as const
export const levels = ['1', '2', '3', '4', '5'] as const
export const scopes = ['1', '2', '3'] as const
export const checkTypes = ['DAILY', 'RANDOM', 'SPECIAL', 'TEMPORARY'] as const

export type Method = (typeof methods)[number]
export type Level = 1 | 2 | 3 | 4 | 5
export type Scope = 1 | 2 | 3

/** A law and, where it is certain, the article: 第三十五条, 第二十五条第一款. */
export interface Basis {
  law: string
  article: string | null
}

export interface Law {
  code: string
  title: string
  docNo: string | null
  kind: (typeof lawKinds)[number]
  issuer: string
  effectiveFrom: string | null
  repealedOn: string | null
  successor: string | null
}

/** 主项 */
export interface MainItem {
  code: string
  name: string
  line: string
  sort: number
}

/** 子项 */
export interface Item {
  code: string
  mainCode: string
  name: string
  objects: string
  objectKinds: (typeof objectKinds)[number][]
  /** The first is the leading one. */
  methods: Method[]
  measures: (typeof measures)[number][]
  levels: Level[]
  bases: Basis[]
  flow: string
  result: string
  scope: Scope[]
}

/** One 检查内容 of the model list of an item. */
export interface ChecklistRow {
  itemCode: string
  checkItem: string
  content: string
  method: string
  basis: Basis[]
  penaltyBasis: Basis[]
  types: (typeof checkTypes)[number][]
}

export interface Content {
  laws: Law[]
  mainItems: MainItem[]
  items: Item[]
  checklists: ChecklistRow[]
}

const columns = {
  laws: ['code', 'title', 'doc_no', 'kind', 'issuer', 'effective_from', 'repealed_on', 'successor_code'],
  'main-items': ['code', 'name', 'line_code', 'sort'],
  items: ['code', 'name', 'objects', 'object_kinds', 'methods', 'measures', 'levels', 'bases', 'flow', 'result', 'scope'],
  checklists: ['item_code', 'check_item', 'content', 'method', 'basis', 'penalty_basis', 'types'],
} as const

type File = keyof typeof columns
type Row<F extends File> = Record<(typeof columns)[F][number], string>

/** Rows of a CSV text; a wrong head, a missing or an extra cell is an error that says where. */
export function parseRows<F extends File>(file: F, text: string): Row<F>[] {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true, delimiter: ',' })
  if (errors[0]) throw new Error(`${file}.csv: ${errors[0].message} in row ${errors[0].row ?? '?'}`)
  const [head = [], ...rows] = data
  if (head.join() !== columns[file].join()) throw new Error(`${file}.csv: columns are ${head.join()}, not ${columns[file].join()}`)
  return rows.map((cells, index) => {
    if (cells.length !== head.length) throw new Error(`${file}.csv: row ${index + 2} has ${cells.length} cells, not ${head.length}`)
    return Object.fromEntries(head.map((column, at) => [column, cells[at] ?? ''])) as Row<F>
  })
}

const orNull = (text: string) => (text === '' ? null : text)

function oneOf<const T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text)
  if (found === undefined) throw new Error(`"${text}" is none of ${known.join(', ')}`)
  return found
}

/** An empty text is no value, not one empty value. */
const parts = (text: string) => (text === '' ? [] : text.split(';'))
const listOf = <const T extends string>(known: readonly T[], text: string): T[] => parts(text).map((one) => oneOf(known, one))

export function basesOf(text: string): Basis[] {
  return parts(text).map((one) => {
    const [law = '', article = '', ...rest] = one.split('|')
    if (rest.length > 0) throw new Error(`"${one}" is not law|article`)
    return { law, article: orNull(article) }
  })
}

const toLaw = (row: Row<'laws'>): Law => ({
  code: row.code,
  title: row.title,
  docNo: orNull(row.doc_no),
  kind: oneOf(lawKinds, row.kind),
  issuer: row.issuer,
  effectiveFrom: orNull(row.effective_from),
  repealedOn: orNull(row.repealed_on),
  successor: orNull(row.successor_code),
})

const toMainItem = (row: Row<'main-items'>): MainItem => ({ code: row.code, name: row.name, line: row.line_code, sort: Number(row.sort) })

export function toItem(row: Row<'items'>): Item {
  const used = listOf(methods, row.methods)
  const leading = used[0]
  if (leading === undefined) throw new Error(`item ${row.code} has no method`)
  return {
    code: row.code,
    mainCode: row.code.slice(0, 8),
    name: row.name,
    objects: row.objects,
    objectKinds: listOf(objectKinds, row.object_kinds),
    methods: used,
    measures: listOf(measures, row.measures),
    levels: listOf(levels, row.levels).map((level) => Number(level) as Level),
    bases: basesOf(row.bases),
    flow: row.flow || usual[leading].flow,
    result: row.result || usual[leading].result,
    scope: listOf(scopes, row.scope).map((scope) => Number(scope) as Scope),
  }
}

const toChecklistRow = (row: Row<'checklists'>): ChecklistRow => ({
  itemCode: row.item_code,
  checkItem: row.check_item,
  content: row.content,
  method: row.method,
  basis: basesOf(row.basis),
  penaltyBasis: basesOf(row.penalty_basis),
  types: listOf(checkTypes, row.types),
})

/** Every value outside its list is an error that names the row by its code. */
function mapped<R extends object, T>(rows: R[], key: keyof R, to: (row: R) => T): T[] {
  return rows.map((row) => {
    try {
      return to(row)
    } catch (error) {
      throw new Error(`${String(row[key])}: ${(error as Error).message}`, { cause: error })
    }
  })
}

export function readContent(): Content {
  const rows = <F extends File>(file: F) => parseRows(file, readFileSync(new URL(`content/${file}.csv`, import.meta.url), 'utf8'))
  return {
    laws: mapped(rows('laws'), 'code', toLaw),
    mainItems: mapped(rows('main-items'), 'code', toMainItem),
    items: mapped(rows('items'), 'code', toItem),
    checklists: mapped(rows('checklists'), 'item_code', toChecklistRow),
  }
}
