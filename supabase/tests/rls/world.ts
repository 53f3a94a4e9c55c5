/** Everything the oracle needs to know of the rows, read once as the owner of the database. */
import type pg from 'pg'
import { people, places, strangerId, type Person } from '../people.ts'
import { flowOf, flows, movesOf } from '../flow-model.ts'
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
  cases: { id: string; org_id: string; filing_id: string; item_id: string }[]
  caseById: Map<string, { id: string; org_id: string; item_id: string }>
  grants: { kind: string; row_id: string; org_id: string; permission: string; parts: string[] }[]
  absences: { id: string; officer_id: string; deputy_id: string }[]
  approvals: { id: string; item_id: string; permission: string; asked_by: string }[]
  parts: { id: string; item_id: string }[]
  officers: { id: string; org_id: string }[]
  invitations: { id: string; org_id: string }[]
  topics: string[]
  deadLetter: string
}

export async function readWorld(db: pg.ClientBase): Promise<World> {
  const all = async <T extends pg.QueryResultRow>(sql: string) => (await db.query<T>(sql)).rows
  const orgs = await all<{ id: string; region_code: number; line_code: string }>('select id, region_code, line_code from public.orgs')
  const items = await all<Item>(
    `select i.id, i.kind, i.state, i.version, i.record_id, i.org_id, i.sender_org_id, i.owner_org_id, i.handler_id, i.is_supervised,
       exists (select from public.work_approvals as a where a.item_id = i.id and a.outcome is null) as is_asked,
       exists (select from public.work_terms as t where t.item_id = i.id and t.key = 'work.supervise' and t.state in ('running', 'suspended')) as owes_supervision,
       (select count(*)::int from public.work_extensions as x where x.item_id = i.id) as extensions
     from public.work_items as i order by i.no`,
  )
  const cases = await all<World['cases'][number]>('select id, org_id, filing_id, item_id from public.complaint_cases order by case_no')
  return {
    orgs: new Map(orgs.map((org) => [org.id, { regionCode: org.region_code, lineCode: org.line_code }])),
    items,
    itemById: new Map(items.map((item) => [item.id, item])),
    cases,
    caseById: new Map(cases.map((one) => [one.id, one])),
    grants: await all(`select kind, row_id, org_id, permission, parts from private.row_grants where revoked_at is null and expires_at > now()`),
    absences: await all('select id, officer_id, deputy_id from public.officer_absences order by id'),
    approvals: await all('select id, item_id, permission, asked_by from public.work_approvals where outcome is null order by id'),
    parts: await all('select id, item_id from public.trial_parts order by id'),
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

  isGranted(principal: Principal, kind: string, rowId: string, part = 'row'): boolean {
    const org = this.myOrg(principal)
    return (
      org !== null &&
      this.world.grants.some(
        (grant) =>
          grant.kind === kind &&
          grant.row_id === rowId &&
          grant.org_id === org &&
          grant.parts.includes(part) &&
          this.can(principal, grant.permission, org),
      )
    )
  }

  /** In whose name somebody works: their own, and of those whose deputy they are. */
  worksFor(principal: Principal, officer: string): boolean {
    if (!principal.person || !isActive(principal.person)) return false
    return principal.sub === officer || this.world.absences.some((one) => one.officer_id === officer && one.deputy_id === principal.sub)
  }

  seesItem(principal: Principal, id: string): boolean {
    const item = this.world.itemById.get(id)
    if (!item) return false
    const read = `${flowOf(item.kind).module}.read`
    return [item.org_id, item.sender_org_id, item.owner_org_id].some((org) => this.can(principal, read, org)) || this.isGranted(principal, 'work', id)
  }

  seesCase(principal: Principal, id: string): boolean {
    const one = this.world.caseById.get(id)
    return one !== undefined && (this.can(principal, 'complaint.read', one.org_id) || this.isGranted(principal, 'work', one.item_id))
  }

  /** What the caller may do with an item; '!' behind an action that is blocked just now. */
  actionsOf(principal: Principal, item: Item): string[] {
    if (!this.seesItem(principal, item.id)) return []
    const moves = movesOf(flowOf(item.kind), item.state)
    return Object.keys(moves)
      .filter((action) => {
        const { side = 'holder', permission } = moves[action] ?? { permission: '' }
        return this.can(principal, permission, { holder: item.org_id, sender: item.sender_org_id, owner: item.owner_org_id }[side])
      })
      .map((action) => (this.isBlocked(principal, item, action) ? `${action}!` : action))
  }

  private isBlocked(principal: Principal, item: Item, action: string): boolean {
    const flow = flowOf(item.kind)
    const move = movesOf(flow, item.state)[action]
    if (move?.own && item.handler_id && !this.worksFor(principal, item.handler_id) && !this.can(principal, `${flow.module}.assign`, item.org_id))
      return true
    if (move?.approval && item.is_asked) return true
    const isOwn = this.myOrg(principal) === item.org_id
    if (action === 'urge' || action === 'supervise') return isOwn
    if (action === 'release_supervision') return isOwn || !item.is_supervised
    if (action === 'answer_supervision') return !item.owes_supervision
    if (action === 'extend') return item.extensions >= (item.kind === 'trial_part' ? 2 : 1)
    return action === 'take' && item.handler_id !== null
  }

  joinsTopic(principal: Principal, topic: string): boolean {
    const [kind, ref = ''] = topic.split(':')
    if (kind === 'officer') return principal.sub === ref && this.myOrg(principal) !== null
    if (kind === 'org') return flows.some((flow) => this.can(principal, `${flow.module}.read`, ref))
    return kind === 'work' && this.seesItem(principal, ref)
  }
}
