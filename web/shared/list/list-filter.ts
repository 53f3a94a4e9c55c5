import { z } from 'zod'
import type { TableState } from '../ui/table-state.ts'

/** One thing that a list can be narrowed by: what its address may hold, and how it is said. */
export interface FilterField<Value = unknown> {
  label: string
  schema: z.ZodType<Value>
  initial: Value
  /** In words, for the head of a print or an export; `name` is what the page knows of a coded value. */
  words: (value: NonNullable<Value>, name: string | undefined) => string
}

type Fields = Record<string, FilterField<never>>
type ValueOf<Field> = Field extends { initial: infer Value } ? Value : never
export type ListState<F> = { [Key in keyof F]: ValueOf<F[Key]> } & TableState

export interface ListFilter<State extends TableState = TableState> {
  defaults: State
  parse: (raw: Record<string, string>) => State
  /** A patch that takes every condition away and leaves order and page size. */
  cleared: Partial<State>
  isNarrowed: (state: State) => boolean
  /** `条线：市场监管；登记日期起：2026-11-01`; `names` for values that are codes. */
  summary: (state: State, names?: Readonly<Record<string, string | undefined>>) => string
}
/** The state of a declared filter: `StateOf<typeof caseSearch>`. */
export type StateOf<Filter> = Filter extends ListFilter<infer State> ? State : never

const optional = <Value>(schema: z.ZodType<Value>) => schema.optional().catch(undefined)

export const search = (label: string): FilterField<string> => ({
  label,
  schema: z.string().max(100).catch(''),
  initial: '',
  words: (text) => `关键词：${text}`,
})

export const choice = <Key extends string>(label: string, labels: Readonly<Record<Key, string>>): FilterField<Key | undefined> => ({
  label,
  schema: optional(z.enum(Object.keys(labels) as [Key, ...Key[]])),
  initial: undefined,
  words: (key) => `${label}：${labels[key]}`,
})

/** One of what the database lists: a state, a kind, a line, a role. */
export const code = (label: string): FilterField<string | undefined> => ({
  label,
  schema: optional(z.string().regex(/^[\w.-]{1,40}$/)),
  initial: undefined,
  words: (value, name) => `${label}：${name ?? value}`,
})

export const flag = (label: string): FilterField<true | undefined> => ({
  label,
  schema: optional(z.enum(['true']).transform(() => true as const)),
  initial: undefined,
  words: () => label,
})

const day = (label: string): FilterField<string | undefined> => ({
  label,
  schema: optional(z.iso.date()),
  initial: undefined,
  words: (value) => `${label}：${value}`,
})

/** Two days, both included; either may be left open. */
export const dayRange = (label: string) => ({ from: day(`${label}起`), to: day(`${label}止`) })

export const number = (label: string, { min, max }: { min: number; max: number }): FilterField<number | undefined> => ({
  label,
  schema: optional(z.coerce.number().int().min(min).max(max)),
  initial: undefined,
  words: (value, name) => `${label}：${name ?? value}`,
})

/** A division and all below it, or with `exact` itself alone. */
export const region = (label: string) => ({ region: number(label, { min: 100_000_000, max: 999_999_999 }), exact: flag('仅本级') })

export const line = (label: string) => ({ line: code(label) })

export const org = (label: string): FilterField<string | undefined> => ({
  label,
  schema: optional(z.uuid()),
  initial: undefined,
  words: (value, name) => `${label}：${name ?? value}`,
})

export interface ListOptions<Own extends string> {
  /** Columns of the view that it may be ordered by. */
  sorts: readonly string[]
  /** Order while nobody chose one; empty: the list's own. */
  sort?: string
  /** Fields that say where the list stands, not what it is narrowed to: a box, a scope. */
  place?: readonly Own[]
}

/** Schema, defaults and address of a list from one declaration; whatever is invalid in an address falls back by itself. */
export function listFilter<F extends Record<keyof F, { label: string; schema: z.ZodType; initial: unknown }>>(
  declared: F,
  { sorts, sort = '', place = [] }: ListOptions<Extract<keyof F, string>>,
): ListFilter<ListState<F>> {
  const fields = declared as unknown as Fields
  const keys = Object.keys(fields)
  const narrowing = keys.filter((key) => !(place as readonly string[]).includes(key))
  const initial = Object.fromEntries(keys.map((key) => [key, fields[key]?.initial]))
  const schema = z.object({
    ...Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.schema])),
    page: z.coerce.number().int().min(1).catch(1),
    size: z.coerce
      .number()
      .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
      .catch(20),
    sort: z.enum([sort, '', ...sorts.flatMap((column) => [column, `-${column}`])] as [string, ...string[]]).catch(sort),
  })
  const defaults = { ...initial, page: 1, size: 20, sort } as unknown as ListState<F>
  const isSet = (value: unknown) => value !== undefined && value !== ''
  const valueAt = (state: ListState<F>, key: string) => state[key as keyof ListState<F>] as never
  return {
    defaults,
    parse: (raw) => schema.parse({ ...defaults, ...raw }) as unknown as ListState<F>,
    cleared: { ...Object.fromEntries(narrowing.map((key) => [key, fields[key]?.initial])), page: 1 } as unknown as Partial<ListState<F>>,
    isNarrowed: (state) => narrowing.some((key) => isSet(valueAt(state, key))),
    summary: (state, names = {}) =>
      keys
        .filter((key) => isSet(valueAt(state, key)))
        .map((key) => fields[key]?.words(valueAt(state, key), names[key]) ?? '')
        .join('；'),
  }
}
