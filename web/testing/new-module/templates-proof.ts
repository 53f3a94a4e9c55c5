/** Rows for the hand-written second opinion that the isolation matrix holds against the database. */
export const expectedPermissions = (prefix: string) =>
  `  '${prefix}.read': { handler: 'own_org', reviewer: 'own_org', lead: 'own_org', line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
  '${prefix}.handle': { handler: 'own_org', lead: 'own_org' },
`

export const relation = (prefix: string) =>
  `  'public.${prefix}_records': {
    key: 'id::text',
    facts: 'org_id::text as org',
    readers: officers,
    sees: (oracle, principal, row) => oracle.can(principal, '${prefix}.read', row.org ?? ''),
  },
`

export const flowTest = (prefix: string, title: string) => `/** ${title}: who reads, who acts; refusals first. */
import { beforeAll, describe, expect, it } from 'vitest'
import { places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const handler = 'handler.county-market'
const finish = \`select * from public.work_act($1, 'finish', $2, $3, gen_random_uuid())\`
const bodies = \`select distinct o.name from public.${prefix}_records as r join public.orgs as o on o.id = r.org_id\`
let item = ''

beforeAll(async () => {
  await session.act('postgres', \`select private.${prefix}_open(o.id, '样例') from public.orgs as o\`)
  const [row] = await session.read(
    'postgres',
    \`select r.item_id from public.${prefix}_records as r join public.orgs as o on o.id = r.org_id where r.item_id is not null and o.region_code = $1 and o.line_code = 'market'\`,
    [places.county],
  )
  item = String(row?.item_id)
})

describe('refusals', () => {
  it('nobody reads without an office', async () => {
    expect(await session.refusal('anon', \`select id from public.${prefix}_records\`)).toContain('42501')
    expect(await session.read('stranger:00000000-0000-4000-8000-000000000009', bodies)).toEqual([])
  })
  it('nobody writes past the RPCs', async () => {
    expect(await session.refusal(handler, \`insert into public.${prefix}_records (org_id, title) select id, 'x' from public.orgs limit 1\`)).toContain('42501')
  })
  it('another body finds no such item, a reader may not act, and a step needs its note', async () => {
    expect(await session.refusal('handler.sibling-market', finish, [item, '{"note":"x"}', 1])).toContain('PT404')
    expect(await session.refusal('reviewer.county-market', finish, [item, '{"note":"x"}', 1])).toContain('PT409')
    expect(await session.refusal(handler, finish, [item, '{}', 1])).toContain('PT422')
  })
})

it('a handler reads the own body only, a coordinator the bodies of the region', async () => {
  expect(await session.read(handler, bodies)).toHaveLength(1)
  expect((await session.read('coordinator.city-coordination', bodies)).length).toBeGreaterThan(1)
})

it('finishing closes item and record, with one event', async () => {
  expect(await session.act(handler, finish, [item, '{"note":"已办"}', 1])).toMatchObject([{ state: 'done' }])
  const [row] = await session.read(handler, \`select is_open from public.${prefix}_records where item_id = $1\`, [item])
  expect(row?.is_open).toBe(false)
  expect(await session.read(handler, 'select action from public.work_events where item_id = $1 order by seq', [item])).toEqual([{ action: 'create' }, { action: 'finish' }])
})
`
