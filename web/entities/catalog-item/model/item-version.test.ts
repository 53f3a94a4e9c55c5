import { expect, it } from 'vitest'
import { makeVersions } from '@/testing/make-catalog-item.ts'
import { shownVersion, standsSince, versionBefore, versionOn, versionPeriod } from './item-version.ts'

const versions = makeVersions(
  { from: '2027-01-01' },
  { from: '2026-06-01', to: '2026-12-31', body: { state: 'suspended', flow: '改过的流程' } },
  { from: '2026-03-01', to: '2026-05-31', body: { state: 'suspended' } },
  { from: '2026-01-01', to: '2026-02-28' },
)

it.each([
  ['2025-12-31', undefined],
  ['2026-01-01', 1],
  ['2026-02-28', 1],
  ['2026-03-01', 2],
  ['2027-06-01', 4],
])('on %s counted version %s', (day, version) => expect(versionOn(versions, day)?.version).toBe(version))
it('comes in the place of the one before, the first of none', () => {
  expect(versionBefore(versions, versions[1] as (typeof versions)[0])?.version).toBe(2)
  expect(versionBefore(versions, versions[3] as (typeof versions)[0])).toBeUndefined()
})
it('shows what counts today, or what comes first', () => {
  expect(shownVersion(versions, '2026-04-01')?.version).toBe(2)
  expect(shownVersion(versions, '2025-04-01')?.version).toBe(1)
})
it('knows since when it stands as it does, across amendments', () => {
  expect(standsSince(versions, '2026-07-01')).toBe('2026-03-01')
  expect(standsSince(versions, '2026-01-15')).toBe('2026-01-01')
  expect(standsSince(versions, '2020-01-15')).toBeUndefined()
})
it('says from when to when', () => {
  expect(versionPeriod({ effective_from: '2026-01-01', effective_to: null })).toBe('2026-01-01 起')
  expect(versionPeriod({ effective_from: '2026-01-01', effective_to: '2026-02-28' })).toBe('2026-01-01 至 2026-02-28')
})
