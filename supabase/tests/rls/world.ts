/** Everything the oracle needs to know of the rows, read once as the owner of the database. */
import type pg from 'pg'
import { people, places, strangerId, type Person } from '../people.ts'
import { isActive, mayPass, permitsAt, type Place } from '../scope-oracle.ts'

export interface Principal {
  key: string
  role: 'anon' | 'authenticated' | 'service_role'
  sub: string | null
  person: Person | null
}

export const principals: Principal[] = [
  { key: 'anon', role: 'anon', sub: null, person: null },
  { key: 'service', role: 'service_role', sub: null, person: null },
  { key: 'token without subject', role: 'authenticated', sub: null, person: null },
  { key: 'stranger', role: 'authenticated', sub: strangerId, person: null },
  ...people.map((person): Principal => ({ key: person.key, role: 'authenticated', sub: person.id, person })),
]

export interface Item {
  id: string
  kind: 'complaint' | 'tip'
  state: string
  version: number
  subject_id: string
  from_org_id: string
  to_org_id: string
}

export interface World {
  orgs: Map<string, Place>
  items: Item[]
  itemById: Map<string, Item>
  cases: { id: string; org_id: string; filing_id: string; item_id: string }[]
  caseById: Map<string, { id: string; org_id: string }>
  grants: { kind: string; row_id: string; org_id: string }[]
  officers: { id: string; org_id: string }[]
  invitations: { id: string; org_id: string }[]
  topics: string[]
  deadLetter: string
}

export async function readWorld(db: pg.ClientBase): Promise<World> {
  const all = async <T extends pg.QueryResultRow>(sql: string) => (await db.query<T>(sql)).rows
  const orgs = await all<{ id: string; region_code: number; line_code: string }>('select id, region_code, line_code from public.orgs')
  const items = await all<Item>('select id, kind, state, version, subject_id, from_org_id, to_org_id from public.work_items order by no')
  const cases = await all<World['cases'][number]>('select id, org_id, filing_id, item_id from public.complaint_cases order by case_no')
  return {
    orgs: new Map(orgs.map((org) => [org.id, { regionCode: org.region_code, lineCode: org.line_code }])),
    items,
    itemById: new Map(items.map((item) => [item.id, item])),
    cases,
    caseById: new Map(cases.map((one) => [one.id, one])),
    grants: await all(`select kind, row_id, org_id from private.row_grants where revoked_at is null and expires_at > now()`),
    officers: await all('select id, org_id from public.officers order by id'),
    invitations: await all('select id, org_id from public.officer_invitations where used_at is null order by id'),
    topics: (await all<{ topic: string }>('select topic from private.realtime_topics order by topic')).map((row) => row.topic),
    deadLetter: (await all<{ id: string }>(`select id::text from private.outbox_deliveries where state = 'dead'`))[0]?.id ?? '',
  }
}

/** The oracle: rights from the hand-written table, never from the database. */
export class Oracle {
  readonly world: World
  private readonly orgOf = new Map<string, string>()

  constructor(world: World) {
    this.world = world
    for (const [id, place] of world.orgs) this.orgOf.set(`${place.regionCode}|${place.lineCode}`, id)
  }

  myOrg(principal: Principal): string | null {
    const { person } = principal
    return person && isActive(person) ? (this.orgOf.get(`${person.regionCode}|${person.lineCode}`) ?? null) : null
  }

  can(principal: Principal, permission: string, orgId: string): boolean {
    const place = this.world.orgs.get(orgId)
    return principal.person !== null && place !== undefined && permitsAt(principal.person, permission, place)
  }

  /** Rights over the whole site: the scope must reach the coordinator of its root. */
  canForSite(principal: Principal, permission: string): boolean {
    const top = this.orgOf.get(`${places.province}|coordination`)
    return top !== undefined && this.can(principal, permission, top)
  }

  canAtOwn(principal: Principal, permission: string): boolean {
    const org = this.myOrg(principal)
    return org !== null && this.can(principal, permission, org)
  }

  mayPassTo(principal: Principal, orgId: string): boolean {
    const mine = this.world.orgs.get(this.myOrg(principal) ?? '')
    const there = this.world.orgs.get(orgId)
    return mine !== undefined && there !== undefined && mayPass(mine, there)
  }

  isGranted(principal: Principal, kind: string, rowId: string): boolean {
    const org = this.myOrg(principal)
    return (
      org !== null &&
      this.can(principal, `${kind}.read`, org) &&
      this.world.grants.some((grant) => grant.kind === kind && grant.row_id === rowId && grant.org_id === org)
    )
  }

  seesItem(principal: Principal, id: string): boolean {
    const item = this.world.itemById.get(id)
    if (!item) return false
    return (
      this.can(principal, 'work.read', item.to_org_id) || this.can(principal, 'work.read', item.from_org_id) || this.isGranted(principal, 'work', id)
    )
  }

  seesCase(principal: Principal, id: string): boolean {
    const one = this.world.caseById.get(id)
    return one !== undefined && (this.can(principal, 'complaint.read', one.org_id) || this.isGranted(principal, 'complaint', id))
  }

  joinsTopic(principal: Principal, topic: string): boolean {
    const [kind, ref = ''] = topic.split(':')
    if (kind === 'org') return this.can(principal, 'work.read', ref)
    return kind === 'work' && this.seesItem(principal, ref)
  }
}
