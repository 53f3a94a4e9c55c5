import { ownRange, regionRange } from '@/entities/region/model/region-range.ts'
import type { Session } from '@/entities/session/model/session.ts'
import { choice, line, region } from '@/shared/list/list-filter.ts'

export type Scope = 'own' | 'all'
export const scopeLabels: Record<Scope, string> = { own: '本单位', all: '辖区' }

/** Whose work is on the list; `scope` absent: the own body, or the region for a body that coordinates one. */
export const scopeFields = { scope: choice('范围', scopeLabels), ...region('地区'), ...line('条线') }

export interface ScopeState {
  scope: Scope | undefined
  region: number | undefined
  exact: true | undefined
  line: string | undefined
}

export interface Viewer {
  officerId: string
  orgId: string
  regionCode: number
  /** Sees the region and not the own body, unless told otherwise. */
  overlooks: boolean
}

type Seat = Pick<Session, 'is_coordinator' | 'roles'>

/** Whose work is what others do, at a coordinating body or over a line: their list is their region. */
export const overlooks = ({ is_coordinator: isCoordinator, roles }: Seat) => isCoordinator || roles.includes('line_supervisor')

/** Who goes from place to place: the tree of the region stands beside their lists. */
export const overseesRegion = (session: Seat) => overlooks(session) || session.roles.includes('leader')

export const viewerOf = (session: Session): Viewer => ({
  officerId: session.officer_id,
  orgId: session.org_id,
  regionCode: session.region_code,
  overlooks: overlooks(session),
})

/** A place or a line that was picked is looked at as a whole. */
export const scopeOf = (filter: ScopeState, viewer: Pick<Viewer, 'overlooks'>): Scope =>
  filter.region || filter.line ? 'all' : (filter.scope ?? (viewer.overlooks ? 'all' : 'own'))

export interface Reach {
  orgId?: string
  range?: { from: number; to: number }
  line?: string
}

/** The scope as the database is asked for it: one body, or one range of region codes, and a line. */
export function reachOf(filter: ScopeState, viewer: Viewer): Reach {
  const place = filter.region ?? (scopeOf(filter, viewer) === 'all' ? viewer.regionCode : undefined)
  if (place === undefined) return { orgId: viewer.orgId }
  return { range: filter.exact ? ownRange(place) : regionRange(place), ...(filter.line ? { line: filter.line } : {}) }
}
