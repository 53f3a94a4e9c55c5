/** Reading: every relation as it is asked for by a page, and as nobody of ours asks for it. */
import { countsOver } from './judge.ts'
import type { Model } from './model.ts'
import type { Relation } from './targets.ts'
import { some, type Answer, type Attacker, type Try } from './types.ts'

const q = encodeURIComponent

const EMBEDS = 10
const chunks = <T>(all: T[]): T[][] => Array.from({ length: Math.ceil(all.length / EMBEDS) }, (_, i) => all.slice(i * EMBEDS, (i + 1) * EMBEDS))

/** Whoever holds no table is told so; an empty answer would mean that only the policy stands in between. */
const refused = ({ status, text }: Answer) => (status < 400 ? `answered ${status} to who may not read it at all: ${text.slice(0, 80)}` : undefined)

/** All of it, and all with what it leads to. */
export function plainReads(model: Model, attacker: Attacker, { name, path, columns, neighbours }: Relation): Try[] {
  const rest = `/rest/v1/${path}`
  const wrong = model.isReader(attacker, name) ? countsOver(model.seen(attacker, name)) : undefined
  const count = { prefer: 'count=exact' }
  const plain = model.isReader(attacker, name) ? wrong : refused
  const open = columns.filter((one) => one.isReadable)
  const isPartly = open.length > 0 && open.length < columns.length
  // Whoever asks for all of what is open in part is refused whatever the rows.
  const parts: Try[] = isPartly
    ? [
        {
          name: `${name}: everything that is open`,
          attacker,
          method: 'GET',
          path: `${rest}?select=${open.map((one) => one.name).join()}`,
          headers: count,
          ...(plain ? { wrong: plain } : {}),
        },
      ]
    : []
  return [
    ...parts,
    { name: `${name}: everything`, attacker, method: 'GET', path: `${rest}?select=*`, headers: count, ...(plain ? { wrong: plain } : {}) },
    ...chunks(neighbours).map((part, i) => ({
      name: `${name}: with what it leads to, ${i + 1}`,
      attacker,
      method: 'GET',
      path: `${rest}?select=${q(`${columns[0]?.name ?? '*'},${part.map(({ relation, key }, at) => `e${at}:${relation}!${key}(*)`).join()}`)}`,
      headers: count,
      ...(wrong ? { wrong } : {}),
    })),
  ]
}

/** Ways to ask for one relation; each is a path with a query, or headers too. */
function tricks(model: Model, attacker: Attacker, relation: Relation, everyRelation: Relation[]): Omit<Try, 'attacker'>[] {
  const { name, path, columns, neighbours } = relation
  const rest = `/rest/v1/${path}`
  const foreign = model.foreign(attacker)
  const ids = foreign.find(([of]) => of === name)?.[1] ?? foreign[0]?.[1] ?? []
  const [first = { name: 'id', type: 'uuid', isReadable: true }] = columns
  const text = columns.find(({ type }) => type === 'text') ?? first
  const last = columns.at(-1) ?? first
  const { relation: near, key } = neighbours[columns.length % Math.max(1, neighbours.length)] ?? { relation: 'officers', key: 'id' }
  const most = model.isReader(attacker, name) ? countsOver(model.seen(attacker, name)) : undefined
  const get = (what: string, query: string, headers?: Record<string, string>): Omit<Try, 'attacker'> => ({
    name: `${name}: ${what}`,
    method: 'GET',
    path: `${rest}?${query}`,
    ...(headers ? { headers } : {}),
    ...(headers?.prefer && most ? { wrong: most } : {}),
  })
  return [
    ...['exact', 'planned', 'estimated', 'exact, count=planned', 'PLANNED'].map((way) => get(`count ${way}`, 'select=*', { prefer: `count=${way}` })),
    { ...get('HEAD', 'select=*', { prefer: 'count=planned' }), method: 'HEAD' },
    { ...get('OPTIONS', ''), method: 'OPTIONS' },
    ...ids.slice(0, 2).map((id) => get('by the id of another', `select=*&${first.name}=eq.${id}`, { prefer: 'count=exact' })),
    get('any of foreign ids', `select=*&${first.name}=in.(${ids.slice(0, 20).join()})`, { prefer: 'count=exact' }),
    get('one or the other', `select=*&or=${q(`(${first.name}.is.null,${first.name}.not.is.null)`)}`, { prefer: 'count=exact' }),
    get('not and', `select=*&not.and=${q(`(${first.name}.is.null,${last.name}.is.null)`)}`, { prefer: 'count=exact' }),
    get(
      'everything cast',
      `select=${q(
        columns
          .slice(0, 90)
          .map((one) => `${one.name}::text`)
          .join(),
      )}`,
      { prefer: 'count=exact' },
    ),
    get('cast to a table', `select=${q(`${first.name}::regclass`)}`),
    get(
      'a path of JSON',
      `select=${q(
        columns
          .slice(0, 40)
          .map((one, i) => `a${i}:${one.name}->x->>y`)
          .join(),
      )}`,
    ),
    get(
      'order',
      `select=*&order=${columns
        .slice(0, 30)
        .map((one) => `${one.name}.desc.nullslast`)
        .join()}`,
    ),
    get('order of another table', `select=*&order=${q(`${near}(name).asc`)}`),
    get('order of what is not there', 'select=*&order=ctid,tableoid,xmin'),
    get('columns of the system', 'select=ctid,tableoid,xmin,*'),
    get('far offset', 'select=*&offset=999999999&limit=1', { prefer: 'count=exact' }),
    get('offset beyond numbers', 'select=*&offset=99999999999999999999&limit=1'),
    get('negative limit', 'select=*&limit=-1&offset=-1'),
    get('huge limit', 'select=*&limit=9223372036854775807'),
    get('range', 'select=*', { range: '0-99999', 'range-unit': 'items', prefer: 'count=exact' }),
    get('range backwards', 'select=*', { range: '5-2', 'range-unit': 'items' }),
    get('aggregates', `select=${q(`count(),${first.name}.max(),${first.name}.min(),${last.name}.count()`)}`),
    get('aggregate of others', `select=${q(`${near}(count)`)}`),
    get('spread', `select=${q(`*,...${near}(*)`)}`),
    ...neighbours.map((one) => get(`with ${one.relation}`, `select=${q(`*,${one.relation}(*)`)}`)),
    get('by its key, inner', `select=${q(`*,${near}!${key}!inner(*)`)}`, { prefer: 'count=exact' }),
    get('inner', `select=${q(`*,${near}!inner(*)`)}&${near}.id=not.is.null`, { prefer: 'count=exact' }),
    get('left, there and back', `select=${q(`*,x:${near}!left(*,y:${path}(*))`)}`),
    get('what is not near', `select=${q(`*,${everyRelation[(columns.length * 7) % everyRelation.length]?.path ?? 'officers'}(*)`)}`),
    get('by a column', `select=${q(`*,${last.name}(*)`)}`),
    get('by an edge named wrong', `select=${q(`*,${near}!no_such_key(*)`)}`),
    get('filter of another table', `select=*&${near}.name=like.*`, { prefer: 'count=exact' }),
    get('embedded or not', `select=${q(`*,${near}()`)}&${near}=not.is.null`, { prefer: 'count=exact' }),
    get('or of another table', `select=${q(`*,${near}(*)`)}&${near}.or=${q('(id.not.is.null,name.like.*)')}`),
    get('private table', `select=${q('*,audit_log(*),private.audit_log(*),complaint_identities(*)')}`),
    get('search', `select=*&${text.name}=fts.${q('测试 | a')}`),
    get('search of a language that is none', `select=*&${text.name}=fts(klingon).x`),
    get('pattern', `select=*&${text.name}=match.${q('^(a+)+$')}`, { prefer: 'count=exact' }),
    get('pattern that is none', `select=*&${text.name}=match.${q('([')}`),
    get('pattern of any', `select=*&${text.name}=ilike(any).${q('{*a*,*测*}')}`, { prefer: 'count=exact' }),
    get('contains', `select=*&${last.name}=cs.${q('{}')}`),
    get('overlaps', `select=*&${last.name}=ov.${q('[1,2)')}`),
    get('an operator that is none', `select=*&${first.name}=zz.1`),
    get('unequal types', `select=*&${first.name}=eq.${q("'; drop table x; --")}`),
    get('an injected column', `select=${q(`${first.name}"),(select 1)--`)}`),
    get('an injected name', `select=*&${q(`${first.name}" is null or "1`)}=eq.1`),
    get('an injected order', `select=*&order=${q(`${first.name};select pg_sleep(1)`)}`),
    get('NUL', `select=*&${text.name}=eq.%00`),
    get('half a character', `select=*&${text.name}=eq.%ED%A0%80%FF`),
    get('no date', `select=*&created_at=gt.0000-01-01T00:00:00Z`),
    get('infinity', `select=*&created_at=lt.infinity`),
    get('nothing selected', 'select='),
    get('two selects', `select=*&select=${q(`${near}(*)`)}`),
    get('brackets left open', `select=${q('*,a(b(c(')}`),
    get('deep logic', `or=${q(`${'(and'.repeat(30)}(${first.name}.is.null)${')'.repeat(30)}`)}`),
    get('many filters', Array.from({ length: 300 }, () => `${first.name}=not.is.null`).join('&')),
    get('many columns', `select=${q(Array.from({ length: 300 }, (_, i) => `c${i}:${first.name}`).join())}`),
    get('many embeds', `select=${q(Array.from({ length: 60 }, (_, i) => `e${i}:${near}(*)`).join())}`),
    get('deep embeds', `select=${q(`${`${near}(`.repeat(8)}*${')'.repeat(8)}`)}`),
    ...[
      'text/csv',
      'application/vnd.pgrst.object+json',
      'application/vnd.pgrst.array+json;nulls=stripped',
      'application/vnd.pgrst.plan+json; options=analyze|verbose|settings|buffers|wal',
      'application/vnd.pgrst.plan+text; for="application/json"',
      'application/geo+json',
      'application/octet-stream',
      'application/openapi+json',
      'text/xml',
      '*/*;q=0',
      'nonsense',
    ].map((accept) => get(`as ${accept}`, 'select=*', { accept })),
    ...['private', 'auth', 'storage', 'pg_catalog', 'information_schema', 'cron', 'Public', 'public,private'].map((schema) =>
      get(`in schema ${schema}`, 'select=*', { 'accept-profile': schema, 'content-profile': schema }),
    ),
    ...['tx=commit', 'handling=strict, max-affected=0', 'timezone=nowhere', 'return=representation', 'params=multiple-objects', 'x'.repeat(5000)].map(
      (prefer) => get(`prefer ${prefer.slice(0, 20)}`, 'select=*', { prefer }),
    ),
    ...['DELETE', 'PATCH', 'PUT'].map((method) =>
      get(`GET that would be ${method}`, 'select=*', { 'x-http-method-override': method, 'x-method': method }),
    ),
    get('claims in headers', 'select=*', { 'request.jwt.claims': '{"role":"service_role"}', role: 'service_role', 'x-role': 'postgres' }),
    get('claims in the query', 'select=*&role=service_role&apikey=sb_secret'),
    { name: `${name}: quoted`, method: 'GET', path: `/rest/v1/%22public%22.%22${path}%22` },
    { name: `${name}: of a schema`, method: 'GET', path: `/rest/v1/public.${path}` },
    { name: `${name}: in capitals`, method: 'GET', path: `/REST/v1/${path.toUpperCase()}` },
    { name: `${name}: a stroke more`, method: 'GET', path: `/rest/v1//${path}/` },
    { name: `${name}: up and down`, method: 'GET', path: `/rest/v1/rpc/..%2f${path}` },
  ]
}

export function readTries(
  model: Model,
  attacker: Attacker,
  relations: Relation[],
  everyRelation: Relation[],
  count: number,
  roll: () => number,
): Try[] {
  return relations.flatMap((relation) =>
    [
      ...plainReads(model, attacker, relation),
      ...some(tricks(model, attacker, relation, everyRelation), count, roll).map((one) => ({ ...one, attacker })),
    ].map((one): Try => ({ ...one, writesNothing: true })),
  )
}

/** Tables of other schemas, under every name that could be one. */
export function closedTries(attacker: Attacker, names: string[], count: number, roll: () => number): Try[] {
  return some(names, count, roll).flatMap((name) =>
    [`/rest/v1/${name}`, `/rest/v1/private.${name}`].map((path) => ({
      name: `${name}: closed`,
      attacker,
      method: 'GET',
      path: `${path}?select=*`,
      headers: { 'accept-profile': 'private' },
      wrong: ({ status }: Answer) => (status < 400 ? `is open: ${status}` : undefined),
    })),
  )
}
