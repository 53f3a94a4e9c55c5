import { itemStateLabels, type ItemState } from '@/entities/catalog-item/model/catalog-item.ts'

/** What the public list is narrowed to; read by hand, since the public pages carry no zod. */
export interface PublishedFilter {
  q: string
  line: string
  object: string
  method: string
  level: string
  /** Empty: what may be checked on, and what is suspended. */
  state: ItemState | ''
  sort: PublishedSort
  page: number
}

export const publishedSorts = { '': '按部门', code: '按编码', name: '按名称', new: '最近生效' } as const
export type PublishedSort = keyof typeof publishedSorts
const orders: Record<PublishedSort, string> = {
  '': 'line_code,code',
  code: 'code',
  name: 'name,code',
  new: 'effective_from.desc,code',
}
export const pageSize = 20

const defaults: PublishedFilter = { q: '', line: '', object: '', method: '', level: '', state: '', sort: '', page: 1 }
const codeOf = (value: string | undefined) => (value !== undefined && /^[\w.-]{1,40}$/.test(value) ? value : '')
const keyOf = <Key extends string>(known: Readonly<Record<Key, string>>, value: string | undefined): Key | '' =>
  (Object.keys(known) as Key[]).find((key) => key === value) ?? ''

export const publishedSearch = {
  defaults,
  /** Whatever is invalid in an address falls back by itself. */
  parse: (raw: Record<string, string>): PublishedFilter => ({
    q: (raw.q ?? '').slice(0, 100),
    line: codeOf(raw.line),
    object: codeOf(raw.object),
    method: codeOf(raw.method),
    level: codeOf(raw.level),
    state: keyOf(itemStateLabels, raw.state),
    sort: keyOf(publishedSorts, raw.sort),
    page: /^[1-9]\d{0,3}$/.test(raw.page ?? '') ? Number(raw.page) : 1,
  }),
}

export const clearedPublished = { q: '', line: '', object: '', method: '', level: '', state: '', page: 1 } satisfies Partial<PublishedFilter>

/** How many conditions are set besides the words. */
export const conditionsOf = ({ line, object, method, level, state }: PublishedFilter) =>
  [line, object, method, level, state].filter((value) => value !== '').length

/** Each word must be found; what PostgREST takes for its own grammar is no part of a name. */
export const wordsOf = (q: string) =>
  q
    .replaceAll(/[(),"\\*%_:]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)

/** The conditions as PostgREST takes them. */
export function publishedParams({ q, line, object, method, level, state, sort }: PublishedFilter): Record<string, string> {
  const words = wordsOf(q)
  return {
    order: orders[sort],
    state: state ? `eq.${state}` : 'in.(in_force,suspended)',
    ...(line && { line_code: `eq.${line}` }),
    ...(object && { object_kinds: `cs.{${object}}` }),
    ...(method && { methods: `cs.{${method}}` }),
    ...(level && { levels: `cs.{${level}}` }),
    ...(words.length > 0 && { and: `(${words.map((word) => `search_text.ilike.*${word}*`).join(',')})` }),
  }
}
