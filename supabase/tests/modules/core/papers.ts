/** Papers in the matrix: read with their item, tried again and withdrawn by the body that issued them as long as it reads the item. */
import type pg from 'pg'
import { places } from '../../people.ts'
import { orgId } from '../../proof/kit.ts'
import { edgeOnly, nobody, officers, quote, type Check, type FunctionSpec, type Oracle, type Principal, type World } from '../../proof/types.ts'

interface PaperFact {
  id: string
  item_id: string
  org_id: string
  kind: string
  is_failed: boolean
}
const papersOf = (world: World) => (world.facts.papers ?? []) as unknown as PaperFact[]
export const paperFacts = {
  papers: `select p.id, p.item_id, p.org_id, i.kind, p.state = 'failed' as is_failed from public.papers as p join public.work_items as i on i.id = p.item_id order by p.no, p.id`,
}

const may = (oracle: Oracle, principal: Principal, one: PaperFact, what: 'handle' | 'assign') =>
  oracle.seesItem(principal, one.item_id) && oracle.can(principal, oracle.readRight(one.kind).replace(/read$/, what), one.org_id)
const forEach = (sql: (id: string) => string, what: 'handle' | 'assign'): FunctionSpec => ({
  callers: officers,
  calls: (world) =>
    papersOf(world).map((one) => ({ sql: sql(quote(one.id)), expect: (oracle, principal) => (may(oracle, principal, one, what) ? 'ok' : 'PT404') })),
})

export const paperFunctions: Record<string, FunctionSpec> = {
  take_paper: edgeOnly(`select * from public.take_paper('${nobody}', 1, '${nobody}')`),
  settle_paper: edgeOnly(`select public.settle_paper('${nobody}', 1, '${nobody}')`),
  check_paper: edgeOnly(`select * from public.check_paper('ABCD-ABCD-ABCD-ABCD')`),
  retry_paper: forEach((id) => `select public.retry_paper(${id})`, 'handle'),
  withdraw_paper: forEach((id) => `select public.withdraw_paper(${id}, '矩阵探测')`, 'assign'),
  paper_rights: {
    callers: officers,
    calls: (world) =>
      papersOf(world).map((one) => ({
        sql: `select coalesce((select r.can_retry || ' ' || r.can_withdraw from public.paper_rights(${quote(one.item_id)}) as r where r.paper_id = ${quote(one.id)}), 'hidden')`,
        expect: (oracle, principal) =>
          `ok:${oracle.seesItem(principal, one.item_id) ? `${one.is_failed && may(oracle, principal, one, 'handle')} ${may(oracle, principal, one, 'assign')}` : 'hidden'}`,
      })),
  },
  paper_seal_org: {
    callers: officers,
    calls: () => [
      {
        sql: `select length(public.paper_seal_org((select o.id from public.orgs as o where o.is_active order by o.id limit 1))) > 0`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok:true' : 'PT404'),
      },
      {
        sql: `select public.paper_seal_org('${nobody}')`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'PT422' : 'PT404'),
      },
    ],
  },
  paper_kinds: {
    callers: officers,
    calls: () => [
      { sql: `select count(*) > 0 from public.paper_kinds()`, expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'site.admin')}` },
    ],
  },
}

export const paperChecks: Check[] = [
  ['private.paper_seal_org(uuid)', `perform private.kept_definition_kind('paper_seal')`, 'perform 1', 'function', 'paper_seal_org'],
  ['private.paper_kinds()', `if not private.has_site_right('site.admin')`, 'if false', 'function', 'paper_kinds'],
  [
    'private.paper_for(uuid,boolean)',
    'and private.has_permission(case when p_is_appointer then k.assign_permission else k.handle_permission end, p.org_id)',
    '',
    'function',
    'retry_paper',
  ],
  [
    'private.paper_for(uuid,boolean)',
    'when p_is_appointer then k.assign_permission',
    'when false then k.assign_permission',
    'function',
    'withdraw_paper',
  ],
  ['private.paper_for(uuid,boolean)', 'private.can_read_item(i) and', '', 'function', 'retry_paper'],
  ['private.paper_rights(uuid)', 'and private.can_read_item(i)', '', 'function', 'paper_rights'],
  ['private.paper_rights(uuid)', 'and private.has_permission(k.assign_permission, p.org_id)', '', 'function', 'paper_rights'],
]

/** The picture of a seal: a file that goes with a version of a kind that is not public. */
async function fillSeal(db: pg.ClientBase, org: string): Promise<void> {
  const path = `${org}/${'5'.repeat(64)}.png`
  await db.query(`insert into storage.objects (bucket_id, name) values ('paper-seals', $1)`, [path])
  await db.query(`select private.definition_adopt('paper_seal', $1, $2, '2026-01-01', null, '测试数据')`, [
    org,
    JSON.stringify({ is_used: true, path }),
  ])
}

/** Papers with files, one that failed, and one of a body that reads the item no more (nor ever did). */
export async function fillPapers(db: pg.ClientBase): Promise<void> {
  await db.query(
    `select private.issue_paper('tip_filed', i, $1, '{"reporter":"张*","case_no":"x","said":"已立案"}') from public.work_items as i
     where i.org_id = $2 and i.kind = 'tip' limit 1`,
    [await orgId(db, places.county, 'market'), await orgId(db, places.county, 'environment')],
  )
  await db.query(
    `update public.papers set state = 'ready', bytes = 100, sha256 = encode(sha256(id::text::bytea), 'hex'),
       storage_path = 'paper/' || id || '/' || encode(sha256(id::text::bytea), 'hex') || '.pdf'`,
  )
  await db.query(`insert into storage.objects (bucket_id, name) select 'attachments', storage_path from public.papers`)
  await fillSeal(db, await orgId(db, places.county, 'environment'))
  await db.query(
    `update public.papers set state = 'failed', problem = 'test', bytes = null, sha256 = null, storage_path = null where id = (select min(id::text)::uuid from public.papers where kind <> 'tip_filed')`,
  )
}
