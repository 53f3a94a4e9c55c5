import type { ModuleFile, ModuleNames } from './names.ts'

/** What the module tells matrix, walks, mutants and workload of itself. */
export const proofFiles = (names: ModuleNames): ModuleFile[] => [[`supabase/tests/modules/${names.folder}/proof.ts`, proof(names)]]

const proof = ({
  folder,
  prefix,
  title,
  band,
  hasParts,
}: ModuleNames) => `/** ${title}: what the proof must know of it, by the rules of the field and not by looking at the database. */
import type pg from 'pg'
import { ${hasParts ? 'actAs, callAs, orgId' : 'callAs'} } from '../../proof/kit.ts'
import { officers, ${hasParts ? 'withItem, ' : ''}withOrgOrGrant, type Call, type Flow, type Move, type ModuleProof, type Walk } from '../../proof/types.ts'
import { places } from '../../people.ts'

const handle = '${prefix}.handle'
const record = withOrgOrGrant('${prefix}.read')
${hasParts ? `const part = withItem('id::text')\n` : ''}const own = (to: string, more: Partial<Move> = {}): Move => ({ to, permission: handle, own: true, ...more })
const listSql = (where: string) =>
  \`select id from public.${prefix}_${hasParts ? '' : 'record_'}list where \${where} order by is_open desc nulls last, created_at desc nulls last, id limit 20\`
const figuresSql = (what: string, region: number, by: string) =>
  \`select \${what} from public.${prefix}_figures(\${region}, null, '2020-01-01', '2099-01-01', '\${by}') as f\`

async function start({ call, newest }: Walk): Promise<string> {
  await call('handler.county-market', \`select private.${prefix}_open('游走', '内容')\`)
  return newest(\`kind = '${prefix}' and title = '游走'\`)
}
${hasParts ? partStart : ''}
const flows: Flow[] = [
  {
    kind: '${prefix}',
    module: '${prefix}',
    table: 'public.${prefix}_records',
    start,
    closed: ['done'],
${
  hasParts
    ? `    moves: { open: { send: own('working', { approval: '${prefix}.approve' }) }, working: {} },
    system: { working: { complete: 'done' } },`
    : `    moves: { open: { begin: own('working') }, working: { finish: own('done', { approval: '${prefix}.approve' }) } },
    system: {},`
}
    press: { permission: '${prefix}.supervise', states: { open: handle, working: handle } },
    handled: ['open', 'working'],
    isTimed: true,
  },
${hasParts ? partFlow(prefix) : ''}]

${hasParts ? partFixture(prefix) : plainFixture(prefix)}
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
    '${prefix}.figures': { lead: 'own_org', line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
  },
  relations: {
    'public.${prefix}_records': record,
    'public.${prefix}_record_list': record,
${hasParts ? `    'public.${prefix}_parts': part,\n    'public.${prefix}_list': {\n      ...record,\n      facts: \`box, \${record.facts}\`,\n      sees: (oracle, principal, row) => (row.box === 'sent' ? record : part).sees(oracle, principal, row),\n    },\n` : ''}  },
  functions: {
    ${prefix}_open: {
      callers: officers,
      calls: () => [
        {
          sql: \`select public.${prefix}_open('样例', '内容')\`,
          expect: (oracle, principal) => (oracle.canAtOwn(principal, handle) ? 'ok' : 'PT404'),
        },
      ],
    },
    ${prefix}_figures: {
      callers: officers,
      calls: (world) => [
        {
          sql: figuresSql('coalesce(sum(f.received), 0)', places.province, 'line'),
          expect: (oracle, principal) => {
            const seen = (world.facts.${prefix}_records ?? []).filter(
              (one) => oracle.can(principal, '${prefix}.read', String(one.org_id)) || oracle.isGranted(principal, 'work', String(one.item_id)),
            )
            return \`ok:\${oracle.canAtOwn(principal, '${prefix}.figures') ? seen.length : 0}\`
          },
        },
        // Places and months in which nothing came in are named as well, to those who may see figures.
        ...['region', 'month'].map((by): Call => ({
          sql: figuresSql('count(*) > 1', places.otherCity, by),
          expect: (oracle, principal) => \`ok:\${oracle.canAtOwn(principal, '${prefix}.figures')}\`,
        })),
      ],
    },
  },
  privateCallers: { authenticated: ['${prefix}_open'] },
  flows,
  attachmentKinds: {
    ${prefix}_record: { table: 'public.${prefix}_records', read: '${prefix}.read', write: handle },
${hasParts ? `    ${prefix}_part: { table: 'public.${prefix}_parts', read: '${prefix}.read', write: handle },\n` : ''}  },
  facts: { ${prefix}_records: 'select id, org_id, item_id from public.${prefix}_records order by id' },
  fixture,
  checks: [
    [
      'public.${prefix}_figures(int,text,date,date,text)',
      \`(select exists (select from private.permitted_org_ids('${prefix}.figures')))\`,
      'true',
      'function',
      '${prefix}_figures',
    ],
  ],
  screens: {
    'handler.county-market': ({ own: body, officer, record: id }) => [
      listSql(\`org_id = '\${body}'\`),
      listSql(\`handler_id = '\${officer}'\`),
      \`select id from public.${prefix}_record_list where id = '\${id}'\`,
${hasParts ? `      \`select id from public.${prefix}_parts where id = '\${id}'\`,\n` : ''}      \`select id from public.attachments where owner_kind = '${prefix}_record' and owner_id = '\${id}'\`,
    ],
    'coordinator.city-coordination': () => [
      listSql(\`region_code between \${places.city} and \${places.city + 99_999}\`),
      figuresSql('count(*)', places.city, 'region'),
    ],
    'line_supervisor.city-market': () => [listSql(\`line_code = 'market' and region_code between \${places.city} and \${places.city + 99_999}\`)],
  },
}
`

const partStart = `
async function startPart(walk: Walk): Promise<string> {
  const whole = await start(walk)
  await walk.act(whole, 'handler.county-market', 'send', { receivers: [walk.orgOf('sibling-market')] })
  await walk.agree(whole, 'reviewer.county-market')
  return walk.newest(\`parent_id = '\${whole}'\`)
}
`

const partFlow = (prefix: string) => `  {
    kind: '${prefix}_part',
    module: '${prefix}',
    table: 'public.${prefix}_parts',
    start: startPart,
    closed: ['answered'],
    moves: { awaiting: { sign: own('working') }, working: { answer: own('answered') } },
    system: {},
    press: { permission: '${prefix}.supervise', states: { awaiting: handle, working: handle } },
    handled: ['awaiting', 'working'],
    isTimed: true,
  },
`

const plainFixture = (prefix: string) => `/** One at each of several bodies. */
async function fixture(db: pg.ClientBase): Promise<void> {
  for (const at of ['county-market', 'sibling-market', 'county-environment'])
    await callAs(db, \`handler.\${at}\`, \`select private.${prefix}_open('样例', '内容')\`)
}
`

const partFixture = (prefix: string) => `/** One at each of several bodies, the first of them sent to two others; one of these has signed. */
async function fixture(db: pg.ClientBase): Promise<void> {
  for (const at of ['county-market', 'sibling-market', 'county-environment'])
    await callAs(db, \`handler.\${at}\`, \`select private.${prefix}_open('样例', '内容')\`)
  const sender = await orgId(db, places.county, 'market')
  const sibling = await orgId(db, places.sibling, 'market')
  const environment = await orgId(db, places.county, 'environment')
  const itemOf = async (where: string, org: string) =>
    (await db.query<{ id: string }>(\`select id from public.work_items where \${where} and org_id = $1\`, [org])).rows[0]?.id as string
  await actAs(db, 'handler.county-market', await itemOf(\`kind = '${prefix}'\`, sender), 'send', { receivers: [sibling, environment] })
  await actAs(db, 'handler.sibling-market', await itemOf(\`kind = '${prefix}_part'\`, sibling), 'sign', {})
}
`
