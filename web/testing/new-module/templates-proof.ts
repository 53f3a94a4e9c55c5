import type { ModuleNames } from './names.ts'

type File = readonly [path: string, text: string]

/** What the module tells matrix, walks, mutants and workload of itself, and the story of its flow. */
export const proofFiles = ({ folder, prefix, title, band }: ModuleNames): File[] => [
  [`supabase/tests/modules/${folder}/proof.ts`, proof({ folder, prefix, title, band })],
  [`supabase/tests/modules/${folder}/flow.test.ts`, flowTest(prefix, title)],
]

const proof = ({
  folder,
  prefix,
  title,
  band,
}: Omit<ModuleNames, 'camel'>) => `/** ${title}: what the proof must know of it, by the rules of the field and not by looking at the database. */
import { callAs } from '../../proof/kit.ts'
import { officers, withOrgOrGrant, type ModuleProof } from '../../proof/types.ts'

const table = 'public.${prefix}_records'

export const proof: ModuleProof = {
  id: '${folder}',
  title: '${title}',
  band: '${band}',
  prefixes: ['${prefix}'],
  rights: {
    '${prefix}.read': {
      handler: 'own_org',
      reviewer: 'own_org',
      lead: 'own_org',
      line_supervisor: 'line_subtree',
      coordinator: 'region_subtree',
      leader: 'region_subtree',
    },
    '${prefix}.handle': { handler: 'own_org', lead: 'own_org' },
    '${prefix}.approve': { reviewer: 'own_org', lead: 'own_org' },
    '${prefix}.assign': { lead: 'own_org' },
    '${prefix}.supervise': { line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
  },
  relations: { [table]: withOrgOrGrant('${prefix}.read') },
  functions: {
    ${prefix}_open: {
      callers: officers,
      calls: () => [
        {
          sql: \`select public.${prefix}_open('样例')\`,
          expect: (oracle, principal) => (oracle.canAtOwn(principal, '${prefix}.handle') ? 'ok' : 'PT404'),
        },
      ],
    },
  },
  privateCallers: { authenticated: ['${prefix}_open'] },
  flows: [
    {
      kind: '${prefix}',
      module: '${prefix}',
      table,
      closed: ['done'],
      moves: { open: { finish: { to: 'done', permission: '${prefix}.handle', own: true, approval: '${prefix}.approve' } } },
      system: {},
      press: { permission: '${prefix}.supervise', states: { open: '${prefix}.handle' } },
      handled: ['open'],
      isTimed: true,
      async start({ call, newest }) {
        await call('handler.county-market', \`select private.${prefix}_open('游走')\`)
        return newest(\`kind = '${prefix}' and title = '游走'\`)
      },
    },
  ],
  async fixture(db) {
    for (const at of ['county-market', 'sibling-market', 'county-environment'])
      await callAs(db, \`handler.\${at}\`, \`select private.${prefix}_open('样例')\`)
  },
  checks: [],
  screens: {
    'handler.county-market': ({ own }) => [
      \`select id, title from public.${prefix}_records where org_id = '\${own}' order by created_at desc limit 20\`,
    ],
    'line_supervisor.city-market': () => [\`select id from public.${prefix}_records where line_code = 'market' limit 20\`],
  },
}
`

const flowTest = (prefix: string, title: string) => `/** ${title}: who reads, who acts; refusals first. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../session.ts'

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
