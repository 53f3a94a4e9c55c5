/**
 * Who may do what, written a second time and by hand: the tests hold the database's rows, policies and functions
 * against it. The same table is printed into supabase/README.md.
 */
import { positions, type Person, type PositionKey, type Role } from './people.ts'

export type Scope = 'own_org' | 'line_subtree' | 'region_subtree'

export const expectedPermissions: Record<string, Partial<Record<Role, Scope>>> = {
  'officer.read': {
    handler: 'own_org',
    reviewer: 'own_org',
    lead: 'own_org',
    line_supervisor: 'line_subtree',
    coordinator: 'region_subtree',
    leader: 'region_subtree',
    system_admin: 'region_subtree',
    security_admin: 'region_subtree',
    audit_admin: 'region_subtree',
  },
  'officer.invite': { system_admin: 'region_subtree', security_admin: 'region_subtree' },
  'officer.grant': { security_admin: 'region_subtree' },
  'site.admin': { system_admin: 'region_subtree' },
  'audit.read': { audit_admin: 'region_subtree' },
  'complaint.read': {
    handler: 'own_org',
    reviewer: 'own_org',
    lead: 'own_org',
    line_supervisor: 'line_subtree',
    coordinator: 'region_subtree',
    leader: 'region_subtree',
  },
  'complaint.handle': { handler: 'own_org', lead: 'own_org' },
  'complaint.approve': { reviewer: 'own_org', lead: 'own_org' },
  'complaint.assign': { lead: 'own_org' },
  'complaint.instruct': { leader: 'region_subtree' },
  'complaint.dispatch': { coordinator: 'region_subtree' },
  'complaint.supervise': { coordinator: 'region_subtree', line_supervisor: 'line_subtree', leader: 'region_subtree' },
  'complaint.reveal': { handler: 'own_org', lead: 'own_org' },
  'complaint.figures': { lead: 'own_org', line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
  // The flow of the tests, read by other people than the complaint: neither leaders nor supervisors of a line.
  'trial.read': { handler: 'own_org', reviewer: 'own_org', lead: 'own_org', coordinator: 'region_subtree' },
  'trial.handle': { handler: 'own_org', lead: 'own_org' },
  'trial.approve': { reviewer: 'own_org', lead: 'own_org' },
  'trial.assign': { lead: 'own_org' },
  'trial.supervise': { coordinator: 'region_subtree' },
}

export interface Place {
  regionCode: number
  lineCode: string
}

/** Last code of a region's subtree, by the digits that are free in it. */
function rangeEnd(code: number): number {
  if (code % 10000000 === 0) return code + 9999999
  if (code % 100000 === 0) return code + 99999
  return code % 1000 === 0 ? code + 999 : code
}

export function covers(person: Pick<Person, 'regionCode' | 'lineCode'>, scope: Scope, place: Place): boolean {
  const isBelow = place.regionCode >= person.regionCode && place.regionCode <= rangeEnd(person.regionCode)
  if (scope === 'region_subtree') return isBelow
  if (scope === 'line_subtree') return isBelow && place.lineCode === person.lineCode
  return place.regionCode === person.regionCode && place.lineCode === person.lineCode
}

const isWithin = (inner: number, outer: number) => inner >= outer && inner <= rangeEnd(outer)

/** To whom work may be passed: bodies of one's region and below; from a coordinator also those of the regions above. */
export function mayPass(from: Place, to: Place): boolean {
  if (to.lineCode === 'coordination') return false
  return isWithin(to.regionCode, from.regionCode) || (from.lineCode === 'coordination' && isWithin(from.regionCode, to.regionCode))
}

export function isActive(person: Person): boolean {
  return !person.key.startsWith('disabled.')
}

export function permitsAt(person: Person, permission: string, place: Place): boolean {
  if (!isActive(person) || person.key.startsWith('expired.') || !person.role) return false
  const scope = expectedPermissions[permission]?.[person.role]
  return scope !== undefined && covers(person, scope, place)
}

export function permits(person: Person, permission: string, at: PositionKey): boolean {
  const place = positions.find((one) => one.key === at)
  return place !== undefined && permitsAt(person, permission, place)
}
