/** Who may do what, computed from the tables that the modules' proofs write by hand: never from the database. */
import { positions, type Person, type PositionKey } from '../people.ts'
import type { Place, Rights, Scope } from './types.ts'

/** Last code of a region's subtree, by the digits that are free in it. */
function rangeEnd(code: number): number {
  if (code % 10000000 === 0) return code + 9999999
  if (code % 100000 === 0) return code + 99999
  return code % 1000 === 0 ? code + 999 : code
}

export function covers(person: Place, scope: Scope, place: Place): boolean {
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

export function permitsAt(rights: Rights, person: Person, permission: string, place: Place): boolean {
  if (!isActive(person) || person.key.startsWith('expired') || !person.role) return false
  const scope = rights[permission]?.[person.role]
  return scope !== undefined && covers(person, scope, place)
}

export function permits(rights: Rights, person: Person, permission: string, at: PositionKey): boolean {
  const place = positions.find((one) => one.key === at)
  return place !== undefined && permitsAt(rights, person, permission, place)
}
