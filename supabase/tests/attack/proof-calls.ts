/** The calls that the matrix makes in SQL, as the API takes them: which arguments, and what each attacker must be answered. */
import type pg from 'pg'
import type { Oracle } from '../proof/oracle.ts'
import type { Call } from '../proof/types.ts'
import type { Callable } from './targets.ts'
import type { Answer, Attacker } from './types.ts'

export interface ProofCall {
  /** Arguments as JSON, by name. */
  args: Record<string, unknown>
  sql: string
  expect: Call['expect']
}

/** What stands between the brackets of `public.<name>(`, cut at its commas. */
export function argumentsIn(sql: string, name: string): string[] | undefined {
  const start = sql.indexOf(`public.${name}(`)
  if (start < 0) return undefined
  const parts = ['']
  let depth = 0
  let inText = false
  for (let i = start + name.length + 8; i < sql.length; i += 1) {
    const char = sql[i] ?? ''
    if (char === "'") inText = !inText
    if (!inText) {
      if ('([{'.includes(char)) depth += 1
      if (')]}'.includes(char)) depth -= 1
      if (depth < 0) return parts.length === 1 && parts[0]?.trim() === '' ? [] : parts
      if (char === ',' && depth === 0) {
        parts.push('')
        continue
      }
    }
    parts[parts.length - 1] += char
  }
  return undefined
}

/** As an object of JSON that Postgres itself works out. */
function asObject({ name, args }: Callable, sql: string): string | undefined {
  const given = argumentsIn(sql, name)
  if (!given) return undefined
  const pairs = given.map((part, i) => {
    const named = /^\s*(\w+)\s*=>([\s\S]*)$/.exec(part)
    const arg = named ? args.find((one) => one.name === named[1]) : args[i]
    return arg ? `'${arg.name}', (${named?.[2] ?? part})::${arg.type}` : undefined
  })
  return pairs.includes(undefined) ? undefined : `jsonb_build_object(${pairs.join(', ')})`
}

/** Those that could be read, by function; one statement for all of a function. */
export async function proofCalls(db: pg.ClientBase, { world, proofs }: Oracle, functions: Callable[]): Promise<Map<string, ProofCall[]>> {
  const found = new Map<string, ProofCall[]>()
  for (const one of functions) {
    const calls = (proofs.functions[one.name]?.calls(world, proofs) ?? []).flatMap((call) => {
      const object = asObject(one, call.sql)
      return object ? [{ call, object }] : []
    })
    if (calls.length === 0) continue
    const { rows } = await db.query<{ args: Record<string, unknown>[] }>(`select array[${calls.map(({ object }) => object).join(', ')}] as args`)
    found.set(
      one.name,
      calls.map(({ call }, i) => ({ args: rows[0]?.args[i] ?? {}, sql: call.sql, expect: call.expect })),
    )
  }
  return found
}

export function expectation(oracle: Oracle, attacker: Attacker, name: string, call: ProofCall): string {
  const spec = oracle.proofs.functions[name]
  return spec?.callers.includes(attacker.role) ? call.expect(oracle, attacker) : '42501'
}

/** Refused, or told nothing: such a call may be made without the attacker's being entitled to what it does. */
export function isRefusal(expected: string, sql: string): boolean {
  if (expected === 'ok:') return sql.startsWith('select string_agg(')
  return /^(PT4\d\d|42501|ok:(0|false|[a-z_]+\.[a-z_]+))$/.test(expected)
}

/** How many rows there are for the attacker is known. */
export const isCounted = (expected: string, sql: string): boolean => /^ok:[1-9]\d*$/.test(expected) && sql.startsWith('select count(*) from')

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is wrong with the answer to a call that must be refused. */
export function unlike(expected: string, sql: string): (answer: Answer) => string | undefined {
  return ({ status, text }) => {
    const said = `answered ${status} ${text.slice(0, 120)} where ${expected} was due`
    // By privilege, not by what the function says once it runs.
    if (expected === '42501') return status >= 400 && /"code":"(42501|PGRST\d+)"/.test(text) ? undefined : said
    // Who learns less than was due, by what they did to themselves before, has come no further.
    if (expected.startsWith('PT')) return status === Number(expected.slice(2)) || status === 404 ? undefined : said
    if (status >= 400) return undefined
    const value = parsed(text)
    if (Array.isArray(value) && /^select (count\(\*\)|string_agg\()/.test(sql))
      return value.length === (Number(expected.slice(3)) || 0) ? undefined : said
    const [, column = ''] = /^select (\w+) from public\./.exec(sql) ?? []
    const [row] = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
    if (column && row) return `ok:${String(row[column])}` === expected ? undefined : said
    if (expected === 'ok:false' && sql.startsWith('select public.')) return value === false ? undefined : said
    return undefined
  }
}
