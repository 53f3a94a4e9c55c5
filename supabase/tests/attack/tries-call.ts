/** Calling: every RPC with what the matrix knows to be refused, with ids of others, and with values that no page sends. */
import { expectation, isCounted, isRefusal, unlike, type ProofCall } from './proof-calls.ts'
import { telling, type Model } from './model.ts'
import type { Argument, Callable } from './targets.ts'
import { some, type Answer, type Attacker, type Try } from './types.ts'

export interface Counts {
  refused: number
  foreign: number
  hostile: number
}

const nobody = '00000000-0000-4000-8000-000000000000'

function plausible({ type, name }: Argument): unknown {
  if (type === 'uuid') return nobody
  if (type === 'uuid[]') return [nobody]
  if (type.endsWith('[]')) return []
  if (/int|numeric/.test(type)) return 1
  if (type === 'boolean') return true
  if (type === 'date') return '2026-01-05'
  if (/timestamp/.test(type)) return '2026-01-05T00:00:00Z'
  if (type === 'jsonb' || type === 'json') return {}
  return name.includes('note') || name.includes('reason') ? '核实情况需要联系' : 'x'
}

/** JSON as it is sent, so that what JSON.stringify would mend stays broken. */
export const HOSTILE: readonly string[] = [
  'null',
  '""',
  '[]',
  '{}',
  '[[[]]]',
  'true',
  '-1',
  '0',
  '1e308',
  '1e400',
  '9223372036854775808',
  '2147483648',
  '"x"',
  '"NaN"',
  '"infinity"',
  '"-infinity"',
  '"0000-01-01"',
  '"0000-00-00T00:00:00Z"',
  '"9999999-12-31"',
  '"294277-01-01"',
  '"4714-01-01 BC"',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\u202e\\u200b"',
  `"'; select pg_sleep(1); --"`,
  '"{\\"a\\":1}"',
  '"$1"',
  '"%s%n%x"',
  '"../../etc/passwd"',
  `"${'长'.repeat(50_000)}"`,
  `${'['.repeat(90)}${']'.repeat(90)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '{"__proto__":{"role":"service_role"}}',
  '{"to_org_id":"x","note":null,"receivers":{"a":1},"due_on":"0000-01-01"}',
  `{"note":"\\u0000","due_on":"infinity","to_org_id":"${nobody}"}`,
  `[${'{"id":null},'.repeat(200)}{}]`,
  '[{"id":"x","version":"y","key":"z"}]',
  `[null,"${nobody}",1]`,
]

const bodyOf = (pairs: [string, string][]) => `{${pairs.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`
const pairsOf = (args: Record<string, unknown>) => Object.entries(args).map(([name, value]): [string, string] => [name, JSON.stringify(value)])
const replaced = (pairs: [string, string][], name: string, json: string) =>
  pairs.some(([one]) => one === name)
    ? pairs.map(([one, was]): [string, string] => [one, one === name ? json : was])
    : [...pairs, [name, json] as [string, string]]

const made = (attacker: Attacker, { name }: Callable, call: ProofCall, expected: string): Try => ({
  name: `${name}: as the matrix`,
  attacker,
  method: 'POST',
  path: `/rest/v1/rpc/${name}`,
  body: JSON.stringify(call.args),
  wrong: unlike(expected, call.sql),
})

/** Calls of the proof that the attacker must be refused. */
const refusedTries = (model: Model, attacker: Attacker, one: Callable, calls: ProofCall[]): Try[] =>
  calls.flatMap((call) => {
    const expected = expectation(model.oracle, attacker, one.name, call)
    return isRefusal(expected, call.sql) ? [{ ...made(attacker, one, call, expected), writesNothing: true as const }] : []
  })

/** Calls that must tell so many rows and no more. */
export const countedTries = (model: Model, attacker: Attacker, one: Callable, calls: ProofCall[]): Try[] =>
  calls.flatMap((call) => {
    const expected = expectation(model.oracle, attacker, one.name, call)
    return isCounted(expected, call.sql) ? [{ ...made(attacker, one, call, expected), isEntitled: true as const }] : []
  })

export const matrixTries = (...about: Parameters<typeof refusedTries>): Try[] => [...refusedTries(...about), ...countedTries(...about)]

function variants(model: Model, attacker: Attacker, one: Callable, calls: ProofCall[], roll: () => number): { foreign: Try[]; hostile: Try[] } {
  const { name, args } = one
  const path = `/rest/v1/rpc/${name}`
  const isCaller = model.oracle.proofs.functions[name]?.callers.includes(attacker.role) ?? false
  const closed = ({ status }: Answer) => (status < 300 ? `answered ${status} to who may not call it` : undefined)
  const post = (what: string, body: string, more: Partial<Try> = {}): Try => ({
    name: `${name}: ${what}`,
    attacker,
    method: 'POST',
    path,
    body,
    ...(isCaller ? {} : { wrong: closed }),
    ...more,
  })
  const pick = (): { pairs: [string, string][]; granted: string[] } => {
    const call = calls[Math.floor(roll() * calls.length)]
    if (!call)
      return { pairs: pairsOf(Object.fromEntries(args.filter((arg) => !arg.isOptional).map((arg) => [arg.name, plausible(arg)]))), granted: [] }
    const isGranted = !isRefusal(expectation(model.oracle, attacker, name, call), call.sql)
    return { pairs: pairsOf(call.args), granted: isGranted ? telling(JSON.stringify(call.args)) : [] }
  }
  /** Made from a call of the matrix. */
  const from = (what: string, change: (pairs: [string, string][]) => string, more: Partial<Try> = {}): Try => {
    const { pairs, granted } = pick()
    return post(what, change(pairs), { granted, ...more })
  }
  const ids = model.foreign(attacker).map(([, all]) => all[Math.floor(roll() * all.length)] ?? nobody)
  const uuids = args.filter(({ type }) => type === 'uuid' || type === 'uuid[]')
  const foreign = ids.flatMap((id) =>
    uuids.map((arg) => from('the id of another', (pairs) => bodyOf(replaced(pairs, arg.name, JSON.stringify(arg.type === 'uuid' ? id : [id]))))),
  )
  const asked = pick()
  const query = new URLSearchParams(asked.pairs.map(([key, json]) => [key, json.replace(/^"|"$/g, '')])).toString()
  const byQuery = { path: `${path}?${query}`, body: undefined, granted: asked.granted }
  const hostile = [
    ...args.flatMap((arg) => HOSTILE.map((json) => from(`${arg.name} = ${json.slice(0, 20)}`, (pairs) => bodyOf(replaced(pairs, arg.name, json))))),
    post('nothing', '{}'),
    post('no body', ''),
    from('a list', (pairs) => `[${bodyOf(pairs)},${bodyOf(pairs)}]`),
    from('one argument too many', (pairs) => bodyOf([...pairs, ['p_role', '"service_role"']])),
    post('no JSON', '{"a"'),
    from('a single object', bodyOf, { headers: { prefer: 'params=single-object' } }),
    from('another schema', bodyOf, { headers: { 'content-profile': 'private' } }),
    from('a plan', bodyOf, { headers: { accept: 'application/vnd.pgrst.plan+json; options=analyze|verbose' } }),
    from('as CSV', bodyOf, { headers: { accept: 'text/csv' } }),
    from('embeds', bodyOf, { path: `${path}?select=*,officers(*),work_items(*)` }),
    from('counted', bodyOf, { headers: { prefer: 'count=planned' }, path: `${path}?limit=1` }),
    from('filtered', bodyOf, { path: `${path}?or=(id.not.is.null)&order=id` }),
    { ...post('by GET', ''), method: 'GET', ...byQuery },
    { ...post('by HEAD', ''), method: 'HEAD', ...byQuery },
    ...['PUT', 'PATCH', 'DELETE'].map((method) => ({ ...from(`by ${method}`, bodyOf), method })),
  ]
  return { foreign, hostile }
}

export function callTries(
  model: Model,
  attacker: Attacker,
  functions: Callable[],
  known: Map<string, ProofCall[]>,
  counts: Counts,
  roll: () => number,
): Try[] {
  return functions.flatMap((one) => {
    const calls = known.get(one.name) ?? []
    const { foreign, hostile } = variants(model, attacker, one, calls, roll)
    // What no call of the matrix grants this attacker may not write a thing.
    const isPowerless = calls.length > 0 && calls.every((call) => isRefusal(expectation(model.oracle, attacker, one.name, call), call.sql))
    return [
      ...some(refusedTries(model, attacker, one, calls), counts.refused, roll),
      ...[...some(foreign, counts.foreign, roll), ...some(hostile, counts.hostile, roll)].map((each): Try =>
        isPowerless ? { ...each, writesNothing: true } : each,
      ),
    ]
  })
}

/** Functions that the API does not show, under their own name. */
export function closedCalls(attacker: Attacker, names: string[], count: number, roll: () => number): Try[] {
  return some(names, count, roll).map((name) => ({
    name: `${name}: closed`,
    attacker,
    method: 'POST',
    path: `/rest/v1/rpc/${name}`,
    headers: { 'content-profile': 'private', 'accept-profile': 'private' },
    body: '{}',
    writesNothing: true,
    wrong: ({ status }: Answer) => (status < 400 ? `is open: ${status}` : undefined),
  }))
}
