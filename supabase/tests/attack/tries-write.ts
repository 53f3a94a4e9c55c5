/** Writing a table: nobody may, so whatever is not refused is a way in, even where a policy would still stop it. */
import type { Model } from './model.ts'
import type { Relation } from './targets.ts'
import { some, type Answer, type Attacker, type Try } from './types.ts'

/** Refused by privilege; a refusal by policy means that the privilege is there. */
function ajar({ status, text }: Answer): string | undefined {
  if (status < 300) return `is let through with ${status}`
  return /row-level security/.test(text) ? 'holds the privilege, and only a policy is in between' : undefined
}

/** Of what is written well, nothing is looked at before the privilege: another refusal, a trigger's too, comes from further in. */
function past(answer: Answer): string | undefined {
  const wrong = ajar(answer)
  if (wrong || /permission denied for (table|view)|"code":"(PGRST\d+|55000)"/.test(answer.text)) return wrong
  return `holds the privilege, and is refused behind it: ${answer.status} ${answer.text.slice(0, 120)}`
}

function valueFor(type: string): unknown {
  if (type === 'uuid') return '00000000-0000-4000-8000-000000000000'
  if (/int|numeric|double/.test(type)) return 1
  if (type === 'boolean') return true
  if (type === 'date') return '2026-01-05'
  if (/timestamp/.test(type)) return '2026-01-05T00:00:00Z'
  if (type.endsWith('[]')) return []
  return type === 'jsonb' ? {} : 'x'
}

/** Of every relation, the first: to insert, to update, to delete. */
export const PLAIN = 3

export function plainWrites(model: Model, attacker: Attacker, { name, path, columns, writable }: Relation): Omit<Try, 'attacker'>[] {
  const rest = `/rest/v1/${path}`
  const [first = { name: 'id', type: 'uuid', isReadable: true }] = columns
  const id = model.foreign(attacker).find(([of]) => of === name)?.[1][0] ?? String(valueFor(first.type))
  const row = JSON.stringify(Object.fromEntries(columns.map((one) => [one.name, valueFor(one.type)])))
  const of = columns.find((one) => one.name === writable) ?? first
  const part = JSON.stringify({ [of.name]: of.name === first.name ? id : valueFor(of.type) })
  const json = (what: string, method: string, query: string, body: string | undefined, headers: Record<string, string> = {}) => ({
    name: `${name}: ${what}`,
    method,
    path: `${rest}${query}`,
    headers: { prefer: 'return=representation', ...headers },
    body,
    writesNothing: true as const,
    wrong: ajar,
  })
  // Of these the answer says nothing: there is nothing in them to write.
  const empty = (what: string, method: string, query: string, body: string) => {
    const { wrong: _, ...asked } = json(what, method, query, body)
    return asked
  }
  return [
    // Nothing is read, so that the privilege to write is asked for alone.
    { ...json('insert', 'POST', '', part, { prefer: 'return=minimal' }), wrong: past },
    { ...json('update', 'PATCH', '', part, { prefer: 'return=minimal' }), wrong: past },
    { ...json('delete', 'DELETE', '', undefined, { prefer: 'return=minimal' }), wrong: past },
    json('insert a whole row', 'POST', '', row),
    json('update all', 'PATCH', `?${first.name}=not.is.null`, part),
    json('update one of another', 'PATCH', `?${first.name}=eq.${id}`, part),
    json('delete one of another', 'DELETE', `?${first.name}=eq.${id}`, undefined),
    json('delete all', 'DELETE', `?${first.name}=not.is.null`, undefined),
    json('merge', 'POST', `?on_conflict=${first.name}`, `[${part}]`, { prefer: 'resolution=merge-duplicates,return=minimal' }),
    json('ignore duplicates', 'POST', `?on_conflict=${first.name}`, `[${row}]`, { prefer: 'resolution=ignore-duplicates,tx=commit' }),
    json('put', 'PUT', `?${first.name}=eq.${id}`, part),
    json('insert some columns', 'POST', `?columns=${first.name}`, `[${part}]`, { prefer: 'missing=default' }),
    json('insert as CSV', 'POST', '', `${first.name}\n${id}\n`, { 'content-type': 'text/csv' }),
    json('insert a form', 'POST', '', `${first.name}=${id}`, { 'content-type': 'application/x-www-form-urlencoded' }),
    json('insert in another schema', 'POST', '', part, { 'content-profile': 'private' }),
    json('delete called a POST', 'POST', `?${first.name}=not.is.null`, part, { 'x-http-method-override': 'DELETE' }),
    json('delete with a limit', 'DELETE', `?limit=1&order=${first.name}`, undefined, { prefer: 'tx=commit,return=headers-only' }),
    empty('insert nothing', 'POST', '', '[]'),
    empty('update nothing', 'PATCH', '', '{}'),
    empty('what is no JSON', 'POST', '', '{"a":'),
    empty('a number', 'POST', '', '1'),
    empty('null', 'POST', '', 'null'),
    empty('deep', 'POST', '', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    empty('NUL', 'POST', '', `{"${first.name}":"\\u0000"}`),
    empty('half a character', 'POST', '', `{"${first.name}":"\\ud800"}`),
    empty('the prototype', 'POST', '', '{"__proto__":{"role":"service_role"},"constructor":{"prototype":{"a":1}}}'),
  ]
}

export function writeTries(model: Model, attacker: Attacker, relations: Relation[], count: number, roll: () => number): Try[] {
  return relations.flatMap((relation) => {
    const all = plainWrites(model, attacker, relation)
    return [...all.slice(0, PLAIN), ...some(all.slice(PLAIN), count, roll)].map((one) => ({ ...one, attacker }))
  })
}
