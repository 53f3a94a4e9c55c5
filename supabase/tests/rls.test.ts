import { expect, it } from 'vitest'
import { useTestDatabase } from '../local/testing/database.ts'
import { proveRls } from './rls/run.ts'

const database = await useTestDatabase()

it('every principal gets what the rules say from every table, RPC, file and topic, and every weakening is seen', async () => {
  const report = await proveRls(database.url)
  expect(report.leakList.slice(0, 20)).toEqual([])
  expect(report.survivors.slice(0, 20)).toEqual([])
  expect(report.probes).toBeGreaterThan(100_000)
  expect(report.mutants).toBeGreaterThan(300)
}, 240_000)
