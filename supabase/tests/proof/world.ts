/** Everything the oracle needs to know of the rows, read once as the owner of the database. */
import type pg from 'pg'
import { uuidOf } from '../../seed/uuid-of.ts'
import { claimsFor, passwordSession, people, personOf, strangerId, type Person } from '../people.ts'
import type { Proofs } from './modules.ts'
import type { Place } from './types.ts'

export interface Principal {
  key: string
  role: 'anon' | 'authenticated' | 'service_role'
  sub: string | null
  person: Person | null
  /** What the token says, where that is not all: a session that ended, or was opened with the password alone. */
  claims?: object
}

const byPassword = (key: string): Principal => {
  const person = personOf(key)
  const claims = { ...claimsFor(person.id), session_id: passwordSession(person.id) }
  return { key: `password:${key}`, role: 'authenticated', sub: person.id, person, claims }
}

/** Nobody, for everything that follows: the oracle knows no more of them than of a stranger. */
const owing = (key: string): Principal => ({ ...byPassword(key), key: `owes:${key}`, sub: null, person: null })
const signedOut = (key: string): Principal => {
  const claims = { ...claimsFor(personOf(key).id), session_id: uuidOf('a session that ended') }
  return { key: `signed out:${key}`, role: 'authenticated', sub: null, person: null, claims }
}

/** The holders of what needs a second factor, where they see most. */
const byOneFactor = [
  'handler.county-market',
  'system_admin.province-coordination',
  'security_admin.province-coordination',
  'audit_admin.province-coordination',
]

export const principals: Principal[] = [
  { key: 'anon', role: 'anon', sub: null, person: null },
  { key: 'service', role: 'service_role', sub: null, person: null },
  { key: 'token without subject', role: 'authenticated', sub: null, person: null },
  { key: 'stranger', role: 'authenticated', sub: strangerId, person: null },
  ...byOneFactor.map(byPassword),
  owing('factored.county-market'),
  signedOut('handler.county-market'),
  signedOut('audit_admin.province-coordination'),
  ...people.map((person): Principal => ({ key: person.key, role: 'authenticated', sub: person.id, person })),
]

export interface Item {
  id: string
  kind: string
  state: string
  version: number
  record_id: string
  org_id: string
  sender_org_id: string
  owner_org_id: string
  handler_id: string | null
  is_supervised: boolean
  /** Somebody asked for a second person's consent and has no answer yet. */
  is_asked: boolean
  owes_supervision: boolean
  extensions: number
}

export interface World {
  orgs: Map<string, Place>
  items: Item[]
  itemById: Map<string, Item>
  /** Records that take attachments. */
  owners: { kind: string; id: string; org_id: string; write: string }[]
  /** What the modules' specs asked for, by the names they gave it. */
  facts: Record<string, Record<string, string>[]>
  grants: { kind: string; row_id: string; org_id: string; permission: string; parts: string[] }[]
  absences: { id: string; officer_id: string; deputy_id: string }[]
  approvals: { id: string; item_id: string; permission: string; asked_by: string }[]
  officers: { id: string; org_id: string }[]
  invitations: { id: string; org_id: string }[]
  topics: string[]
  deadLetter: string
}

export async function readWorld(db: pg.ClientBase, { modules, attachmentKinds }: Proofs): Promise<World> {
  const all = async <T extends pg.QueryResultRow>(sql: string) => (await db.query<T>(sql)).rows
  const orgs = await all<{ id: string; region_code: number; line_code: string }>('select id, region_code, line_code from public.orgs')
  const items = await all<Item>(
    `select i.id, i.kind, i.state, i.version, i.record_id, i.org_id, i.sender_org_id, i.owner_org_id, i.handler_id, i.is_supervised,
       exists (select from public.work_approvals as a where a.item_id = i.id and a.outcome is null) as is_asked,
       exists (select from public.work_terms as t where t.item_id = i.id and t.key = 'work.supervise' and t.state in ('running', 'suspended')) as owes_supervision,
       (select count(*)::int from public.work_extensions as x where x.item_id = i.id) as extensions
     from public.work_items as i order by i.no`,
  )
  const facts: World['facts'] = {}
  for (const module of modules) for (const [name, sql] of Object.entries(module.facts ?? {})) facts[name] = await all(sql)
  const owners: World['owners'] = []
  for (const [kind, { table, write }] of Object.entries(attachmentKinds))
    for (const row of await all<{ id: string; org_id: string }>(`select id, org_id from ${table} order by id`)) owners.push({ ...row, kind, write })
  return {
    orgs: new Map(orgs.map((org) => [org.id, { regionCode: org.region_code, lineCode: org.line_code }])),
    items,
    itemById: new Map(items.map((item) => [item.id, item])),
    owners,
    facts,
    grants: await all(`select kind, row_id, org_id, permission, parts from private.row_grants where revoked_at is null and expires_at > now()`),
    absences: await all('select id, officer_id, deputy_id from public.officer_absences order by id'),
    approvals: await all('select id, item_id, permission, asked_by from public.work_approvals where outcome is null order by id'),
    officers: await all('select id, org_id from public.officers order by id'),
    invitations: await all('select id, org_id from public.officer_invitations where used_at is null order by id'),
    topics: (await all<{ topic: string }>('select topic from private.realtime_topics order by topic')).map((row) => row.topic),
    deadLetter: (await all<{ id: string }>(`select id::text from private.outbox_deliveries where state = 'dead'`))[0]?.id ?? '',
  }
}
