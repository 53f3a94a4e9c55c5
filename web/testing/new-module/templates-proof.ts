/** Rows for the hand-written second opinion that the isolation matrix holds against the database. */
export const expectedPermissions = (prefix: string) =>
  `  '${prefix}.read': { handler: 'own_org', reviewer: 'own_org', lead: 'own_org', line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
  '${prefix}.handle': { handler: 'own_org', lead: 'own_org' },
  '${prefix}.approve': { reviewer: 'own_org', lead: 'own_org' },
  '${prefix}.assign': { lead: 'own_org' },
  '${prefix}.supervise': { line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
`

/** The flow a second time, for matrix and walks; opened by the county's market bureau. */
export const flowModel = (prefix: string) => `/** The flow of ${prefix} by the rules of the field: see flow-model.ts. */
import type { Flow } from './flow-model.ts'

export const ${prefix}Flows: Flow[] = [
  {
    kind: '${prefix}',
    module: '${prefix}',
    table: 'public.${prefix}_records',
    start: \`select private.${prefix}_open('游走')\`,
    closed: ['done'],
    moves: { open: { finish: { to: 'done', permission: '${prefix}.handle', own: true, approval: '${prefix}.approve' } } },
    system: {},
    press: { permission: '${prefix}.supervise', states: { open: '${prefix}.handle' } },
    handled: ['open'],
  },
]
`

export const openCall = (prefix: string) => `  ${prefix}_open: {
    callers: officers,
    calls: () => [
      {
        sql: \`select public.${prefix}_open('样例')\`,
        expect: (oracle, principal) => (oracle.canAtOwn(principal, '${prefix}.handle') ? 'ok' : 'PT404'),
      },
    ],
  },
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
import { openSession } from './session.ts'

const session = await openSession()
const handler = 'handler.county-market'
const finish = \`select * from public.work_act($1, 'finish', $2, $3, gen_random_uuid())\`
const open = \`select public.${prefix}_open('样例') as id\`
const bodies = \`select distinct org_id from public.${prefix}_records\`
let item = ''

beforeAll(async () => {
  for (const who of ['handler.sibling-market', handler]) {
    const [made] = await session.act(who, open)
    const [row] = await session.read(who, \`select item_id from public.${prefix}_records where id = $1\`, [made?.id])
    item = String(row?.item_id)
  }
})

describe('refusals', () => {
  it('nobody reads without an office', async () => {
    expect(await session.refusal('anon', \`select id from public.${prefix}_records\`)).toContain('42501')
    expect(await session.read('stranger:00000000-0000-4000-8000-000000000009', bodies)).toEqual([])
  })
  it('nobody writes past the RPCs, and a reviewer opens nothing', async () => {
    expect(await session.refusal(handler, \`insert into public.${prefix}_records (org_id, title) select id, 'x' from public.orgs limit 1\`)).toContain('42501')
    expect(await session.refusal('reviewer.county-market', open)).toBe('PT404 work.not_found')
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

it('finishing waits for a second person, then closes item and record', async () => {
  expect(await session.act(handler, finish, [item, '{"note":"已办"}', 1])).toMatchObject([{ state: 'open', is_asked: true }])
  await session.act('reviewer.county-market', \`select * from public.work_decide((select id from public.work_approvals where item_id = $1), true)\`, [item])
  const [row] = await session.read(handler, \`select state, is_open from public.${prefix}_records where item_id = $1\`, [item])
  expect(row).toEqual({ state: 'done', is_open: false })
  const events = await session.read(handler, 'select action from public.work_events where item_id = $1 order by seq', [item])
  expect(events.map((event) => event.action)).toEqual(['open', 'ask', 'finish'])
})
`
