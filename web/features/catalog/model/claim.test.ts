import { expect, it } from 'vitest'
import { actsFor, actsOn, fitting, type Claim } from './claim.ts'

const own = '00000000-0000-4000-8000-0000000000a1'
const other = '00000000-0000-4000-8000-0000000000a2'
const bureau = { org_id: own, permissions: ['catalog.read', 'catalog.claim'] }
const coordinator = { org_id: other, permissions: ['catalog.read', 'catalog.review'] }
const reader = { org_id: own, permissions: ['catalog.read'] }
const claim = (state: Claim['state'], orgId = own) => ({ state, org_id: orgId })

it('lets the body answer for itself alone', () => {
  expect(actsOn(claim('pending'), bureau)).toEqual(['claim', 'decline'])
  expect(actsOn(claim('pending', other), bureau)).toEqual([])
  // It may think better of it until somebody has decided.
  expect(actsOn(claim('declining'), bureau)).toEqual(['claim'])
})
it('lets the coordinator decide on what was declined, and nothing else', () => {
  expect(actsOn(claim('declining'), coordinator)).toEqual(['grant', 'insist'])
  expect(actsOn(claim('pending'), coordinator)).toEqual([])
})
it('offers nothing to whoever only reads, nor on what is settled', () => {
  expect(actsOn(claim('pending'), reader)).toEqual([])
  for (const state of ['claimed', 'declined', 'ended'] as const) expect(actsOn(claim(state), bureau)).toEqual([])
})
it('says of several what fits any of them', () => {
  const rows = [claim('pending'), claim('claimed'), claim('declining')] as Claim[]
  expect(actsFor(rows, bureau)).toEqual(['claim', 'decline'])
  expect(fitting(rows, 'decline', bureau)).toEqual([rows[0]])
  expect(actsFor([], bureau)).toEqual([])
})
