import { expect, it } from 'vitest'
import { useTestDatabase } from '../local/testing/database.ts'
import { proveRls } from './rls/run.ts'

const database = await useTestDatabase()
/** `npm run test:module` asks for one module; the whole is proven otherwise. */
const only = process.env.MODULE

it('every principal gets what the rules say from every table, RPC, file and topic, and every weakening is seen', async () => {
  const report = await proveRls(database.url, only)
  expect(report.leakList.slice(0, 20)).toEqual([])
  expect(report.survivors.slice(0, 20)).toEqual([])
  expect(report.probes).toBeGreaterThan(only ? 1_000 : 100_000)
  expect(report.mutants).toBeGreaterThan(only ? 10 : 300)
  process.stdout.write(`${JSON.stringify({ only, probes: report.probes, mutants: report.mutants, seconds: report.seconds })}\n`)
}, 600_000)
