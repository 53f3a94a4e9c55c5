/** What the policy costs: the list and the count of the screen as an officer, and the same SQL unchecked. */
import type pg from 'pg'
import { withClient } from '../local/connections.ts'
import { createTestDatabase, startTestCluster } from '../local/testing.ts'
import { loadFixture } from '../tests/fixture.ts'
import { claimsFor, personOf, places } from '../tests/people.ts'
import { countOpenSql, isBeyondCapSql, listSql } from './case-list.ts'
import { figure, median, timed, type Figure } from './figure.ts'
import { fillCases } from './rls-rows.ts'

const defaultCases = 1_000_000
/** More than the five after which Postgres settles on a plan for a prepared statement. */
const warmRuns = 8
const runs = 101

export interface Officer {
  name: string
  key: string
  /** The filter that the screen sends: own body, or a region's range. */
  filter: string
  values: (string | number)[]
}

const inRegion = `region_code between $1::int and $2::int`
export const officers: Officer[] = [
  { name: 'narrow: handler at a county', key: 'handler.county-market', filter: 'org_id = $1::uuid', values: [] },
  { name: 'city: coordinator', key: 'coordinator.city-coordination', filter: inRegion, values: [places.city, places.city + 99_999] },
  {
    name: 'city: line supervisor',
    key: 'line_supervisor.city-market',
    filter: `${inRegion} and line_code = $3`,
    values: [places.city, places.city + 99_999, 'market'],
  },
  { name: 'province: leader', key: 'leader.province-coordination', filter: inRegion, values: [places.province, places.province + 9_999_999] },
]

const queries = [
  { name: 'list', sql: listSql },
  { name: 'count open', sql: countOpenSql },
  { name: 'more than 10,000', sql: isBeyondCapSql },
]

/** In a transaction of its own, as the API does it: the role and who is signed in. */
export async function as<Result>(client: pg.Client, officer: string | undefined, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin read only')
  try {
    if (officer) {
      await client.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claimsFor(personOf(officer).id))])
      await client.query('set local role authenticated')
    }
    return await work()
  } finally {
    await client.query('rollback')
  }
}

interface PlanNode {
  'Parent Relationship'?: string
  Plans?: PlanNode[]
  [property: string]: unknown
}

/** Calls of our functions outside of what is worked out once for the query: an InitPlan, a hashed SubPlan. */
function perRowCalls(node: PlanNode, parent = ''): string[] {
  const relation = node['Parent Relationship']
  if (relation === 'InitPlan' || (relation === 'SubPlan' && parent.includes(`hashed ${String(node['Subplan Name'])})`))) return []
  const { Plans: below = [], ...own } = node
  const text = JSON.stringify(own)
  const calls = text.match(/\b(private|auth)\.\w+\(/g)
  return [...(calls ? [`${String(node['Node Type'])}: ${calls.join(' ')}`] : []), ...below.flatMap((one) => perRowCalls(one, text))]
}

async function measure(client: pg.Client, officer: Officer, query: (typeof queries)[number], runs: number): Promise<Figure> {
  const sql = query.sql(officer.filter)
  const plan = await as(client, officer.key, async () => {
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (verbose, format json) ${sql}`, officer.values)
    return rows[0]?.['QUERY PLAN'][0]?.Plan ?? {}
  })
  const calls = perRowCalls(plan)
  if (calls.length > 0) throw new Error(`${officer.name}, ${query.name}: a function for each row: ${calls.join('; ')}`)
  const guarded: number[] = []
  const bare: number[] = []
  // Prepared, as the API sends it; by turns, so that whatever else the machine does falls on both.
  const ask = (who: string | undefined) => {
    const statement = { name: `${query.name} ${officer.key} ${who ? 'guarded' : 'bare'}`, text: sql, values: officer.values }
    return as(client, who, () => timed(() => client.query(statement)))
  }
  for (let run = -warmRuns; run < runs; run += 1) {
    const one = await ask(officer.key)
    const other = await ask(undefined)
    if (run < 0) continue
    guarded.push(one)
    bare.push(other)
  }
  return figure('rls', `${query.name}, ${officer.name}`, median(guarded), 'ms', median(bare))
}

export async function measureAll(client: pg.Client, runs: number): Promise<Figure[]> {
  const { rows } = await client.query<{ org_id: string }>('select org_id from public.officers where id = $1', [personOf('handler.county-market').id])
  const figures: Figure[] = []
  for (const officer of officers)
    for (const query of queries)
      figures.push(await measure(client, officer.values.length > 0 ? officer : { ...officer, values: [rows[0]?.org_id ?? ''] }, query, runs))
  return figures
}

export async function benchRls(cases = defaultCases): Promise<Figure[]> {
  const cluster = await startTestCluster({ prepare: ({ url }) => loadFixture(url) })
  try {
    const database = await createTestDatabase(cluster.port)
    await fillCases(database.adminUrl, cases)
    return await withClient(database.url, async (client) => {
      // One core a request, on both sides: what is measured is the policy, not when the planner calls for helpers.
      await client.query('set max_parallel_workers_per_gather = 0')
      return measureAll(client, runs)
    })
  } finally {
    await cluster.stop()
  }
}
