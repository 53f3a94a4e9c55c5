/** The second opinion: what each principal may see and do, from the hand-written tables and never from the database. */
import { places } from '../people.ts'
import { movesOf } from './flows.ts'
import type { Proofs } from './modules.ts'
import { isActive, mayPass, permitsAt } from './rights.ts'
import type { Item, Principal, World } from './world.ts'

export class Oracle {
  readonly world: World
  readonly proofs: Proofs
  private readonly orgOf = new Map<string, string>()

  constructor(world: World, proofs: Proofs) {
    this.world = world
    this.proofs = proofs
    for (const [id, place] of world.orgs) this.orgOf.set(`${place.regionCode}|${place.lineCode}`, id)
  }

  myOrg(principal: Principal): string | null {
    const { person } = principal
    return person && isActive(person) ? (this.orgOf.get(`${person.regionCode}|${person.lineCode}`) ?? null) : null
  }

  can(principal: Principal, permission: string, orgId: string): boolean {
    const place = this.world.orgs.get(orgId)
    if (this.proofs.secondFactor.has(permission) && principal.key.startsWith('password:')) return false
    return principal.person !== null && place !== undefined && permitsAt(this.proofs.rights, principal.person, permission, place)
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
    const read = this.readRight(item.kind)
    return [item.org_id, item.sender_org_id, item.owner_org_id].some((org) => this.can(principal, read, org)) || this.isGranted(principal, 'work', id)
  }

  /** The permission that reads the items of a kind. */
  readRight(kind: string): string {
    return `${this.proofs.flowOf(kind).module}.read`
  }

  /** The permission that reads the attachments of a kind of record. */
  attachmentRight(ownerKind: string): string {
    return this.proofs.attachmentKinds[ownerKind]?.read ?? 'no such right'
  }

  /** What the caller may do with an item; '!' behind an action that is blocked just now. */
  actionsOf(principal: Principal, item: Item): string[] {
    if (!this.seesItem(principal, item.id)) return []
    const moves = movesOf(this.proofs.flowOf(item.kind), item.state)
    return Object.keys(moves)
      .filter((action) => {
        const { side = 'holder', permission } = moves[action] ?? { permission: '' }
        return this.can(principal, permission, { holder: item.org_id, sender: item.sender_org_id, owner: item.owner_org_id }[side])
      })
      .filter((action) => !this.isSenseless(item, action))
      .map((action) => (this.isBlocked(principal, item, action) ? `${action}!` : action))
  }

  private isBlocked(principal: Principal, item: Item, action: string): boolean {
    const flow = this.proofs.flowOf(item.kind)
    const move = movesOf(flow, item.state)[action]
    if (move?.own && item.handler_id && !this.worksFor(principal, item.handler_id) && !this.can(principal, `${flow.module}.assign`, item.org_id))
      return true
    if (move?.approval && item.is_asked) return true
    const isOwn = this.myOrg(principal) === item.org_id
    if (action === 'urge' || action === 'supervise') return isOwn
    if (action === 'release_supervision') return isOwn
    return move?.times !== undefined && item.extensions >= move.times
  }

  /** Not even offered. */
  private isSenseless(item: Item, action: string): boolean {
    const [at, owner] = [this.world.orgs.get(item.org_id), this.world.orgs.get(item.owner_org_id)]
    if (at && owner && this.proofs.flowOf(item.kind).isSenseless?.(at, owner, action)) return true
    if (action === 'release_supervision') return !item.is_supervised
    if (action === 'answer_supervision') return !item.owes_supervision
    return action === 'take' && item.handler_id !== null
  }

  joinsTopic(principal: Principal, topic: string): boolean {
    const [kind, ref = ''] = topic.split(':')
    if (kind === 'officer') return principal.sub === ref && this.myOrg(principal) !== null
    if (kind === 'org') return this.proofs.flows.some((flow) => this.can(principal, `${flow.module}.read`, ref))
    return kind === 'work' && this.seesItem(principal, ref)
  }
}
