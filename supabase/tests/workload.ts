/**
 * What a running system asks of its indexes, on a database of some size: the check of every foreign key, the jobs, and
 * the queries of the screens as people of different reach send them, module by module. `npm run db:advisors` asks the
 * linter afterwards: an index that nothing here can use is one too many.
 */
import type pg from 'pg'
import { withClient } from '../local/connections.ts'
import { loadFixture } from './fixture.ts'
import { claimsFor, personOf } from './people.ts'
import { loadProofs } from './proof/modules.ts'
import type { ModuleProof, ScreenValues } from './proof/types.ts'

/** What Postgres itself asks of the referencing table when a referenced row goes or changes its key. */
const keyChecks = `
  select format('select from only %s where %s for key share', c.conrelid::regclass, string_agg(format('%I = (select %I from %s limit 1)', a.attname, b.attname, c.confrelid::regclass), ' and ')) as sql
  from pg_constraint as c
  cross join lateral unnest(c.conkey, c.confkey) as k (child, parent)
  join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.child
  join pg_attribute as b on b.attrelid = c.confrelid and b.attnum = k.parent
  where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
  group by c.oid, c.conrelid, c.confrelid`

async function rolledBack(db: pg.ClientBase, who: string | undefined, work: string | (() => Promise<unknown>)): Promise<void> {
  await db.query('begin')
  try {
    if (who) {
      await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claimsFor(personOf(who).id))])
      await db.query('set local role authenticated')
    } else await db.query(`select private.act_as('system:workload')`)
    await (typeof work === 'string' ? db.query(work) : work())
  } finally {
    await db.query('rollback')
  }
}

/** A record to look at: an open one of the module's own flows, else any. */
async function recordFor(db: pg.ClientBase, { flows }: ModuleProof): Promise<Partial<ScreenValues>> {
  const { rows } = await db.query<Partial<ScreenValues>>(
    'select id as item, record_id as record from public.work_items where is_open order by kind = any ($1) desc limit 1',
    [flows.map((flow) => flow.kind)],
  )
  return rows[0] ?? {}
}

async function show(db: pg.ClientBase, module: ModuleProof): Promise<void> {
  const record = await recordFor(db, module)
  for (const [who, queries] of Object.entries(module.screens ?? {})) {
    const { rows: bodies } = await db.query<{ own: string; officer: string }>(
      'select org_id as own, id as officer from public.officers where id = $1',
      [personOf(who).id],
    )
    for (const sql of queries({ item: '', record: '', own: '', officer: '', ...record, ...bodies[0] })) await rolledBack(db, who, sql)
  }
}

export async function exercise({ url, adminUrl }: { url: string; adminUrl: string }): Promise<void> {
  await loadFixture(url)
  const { modules } = await loadProofs()
  for (const module of modules) await module.fill?.(adminUrl)
  await withClient(url, async (db) => {
    await db.query('analyze')
    // Most tables are small here and large in service; whether an index can serve is the question, not whether it pays.
    await db.query('set enable_seqscan = off')
    const { rows: checks } = await db.query<{ sql: string }>(keyChecks)
    for (const { sql } of checks) await rolledBack(db, undefined, sql)
    for (const module of modules) {
      for (const sql of module.jobs ?? []) await rolledBack(db, undefined, sql)
      const { write } = module
      if (write) await rolledBack(db, undefined, () => write(db))
      await show(db, module)
    }
  })
}
