/** Long work: whose it is, that a piece is done once whatever happens meanwhile, and how it ends. */
import { describe, expect, it } from 'vitest'
import { openSession, type Rows } from './session.ts'

const session = await openSession()
const owner = 'handler.county-market'
const other = 'lead.county-market'
const keeper = 'system_admin.province-coordination'

const one = (rows: Rows) => rows[0] ?? {}
const start = async (who = owner, key = crypto.randomUUID()) =>
  one(await session.act(who, `select * from public.start_export($1, '投诉举报', '预警：红', '/work/complaints?light=red', '{编号,金额}', 3)`, [key]))
const part = (who: string, id: unknown, n: number, rows: unknown[][]) =>
  session.act(who, 'select * from public.add_export_part($1, $2, $3, $4)', [id, n, JSON.stringify(rows), JSON.stringify({ read: n + rows.length })])
const job = async (id: unknown) => one(await session.read('postgres', 'select * from public.jobs where id = $1', [id]))

/** The lease of the delivery that is about a job, as the dispatcher hands it out. */
async function leaseOf(id: unknown) {
  // What other tests left under way is over, or it would keep this one waiting.
  await session.act('postgres', `update private.outbox_deliveries set state = 'done' where state = 'leased'`)
  await session.act('postgres', 'select * from private.outbox_claim()')
  return one(
    await session.read(
      'postgres',
      `select d.id, d.lease from private.outbox_deliveries as d join private.outbox_events as e on e.id = d.event_id
       where e.topic = 'core.export' and e.key = $1 and d.state = 'leased'`,
      [id],
    ),
  )
}
const settle = (id: unknown, lease: Record<string, unknown>, path = `${String(id)}/x.xlsx`) =>
  session.act('service', `select public.settle_export($1, $2, $3, $4, 7, repeat('a', 64)) as settled`, [id, lease.id, lease.lease, path])

describe('an export', () => {
  it('is its owner’s alone: for anybody else it is not there', async () => {
    const { id } = await start()
    expect(await session.read(other, 'select id from public.jobs where id = $1', [id])).toEqual([])
    for (const call of ['cancel_job($1)', 'delete_job($1)', `add_export_part($1, 0, '[["甲",1]]')`, 'finish_export($1)'])
      expect(await session.refusal(other, `select public.${call}`, [id])).toBe('PT404 job.not_found')
    expect(await session.refusal('anon', 'select public.cancel_job($1)', [id])).toMatch(/^42501/)
    expect(await session.refusal(owner, `update public.jobs set state = 'done' where id = $1`, [id])).toMatch(/^42501/)
  })

  it('does not say how much there is when nobody counted', async () => {
    const me = 'handler.county-environment'
    const { total } = one(await session.act(me, `select total from public.start_export(gen_random_uuid(), '表', '', '/work', '{甲}')`))
    const { total: most } = one(await session.act(me, `select total from public.start_export(gen_random_uuid(), '表', '', '/work', '{甲}', 3000000)`))
    expect([total, most]).toEqual([null, 100_000])
  })

  it.each([
    ['no name', `null, '', '/work', '{甲}'`],
    ['a name that nobody sees', `U&'\\200B\\200B', '', '/work', '{甲}'`],
    ['a page of another site', `'表', '', 'https://example.test/', '{甲}'`],
    ['a page that runs', `'表', '', 'javascript:alert(1)', '{甲}'`],
    ['no columns', `'表', '', '/work', '{}'`],
    ['a column without a name', `'表', '', '/work', array[null]::text[]`],
    ['too many columns', `'表', '', '/work', (select array_agg('列' || n) from generate_series(1, 201) as n)`],
  ])('is refused with %s', async (_name, args) => {
    expect(await session.refusal(owner, `select public.start_export(gen_random_uuid(), ${args})`)).toBe('PT422 job.export_unfit')
  })

  it.each([
    ['a part out of turn', 5, `[["甲",1]]`],
    ['no rows', 0, '[]'],
    ['a row that is too short', 0, '[["甲"]]'],
    ['a cell that is no text or number', 0, '[["甲",{"a":1}]]'],
    ['no list', 0, '{"a":1}'],
  ])('refuses %s and keeps what it has', async (_name, n, rows) => {
    const { id } = await start(other)
    expect(await session.refusal(other, 'select public.add_export_part($1, $2, $3)', [id, n, rows])).toBe('PT422 job.part_unfit')
    expect((await job(id)).done).toBe(0)
    await session.act(other, 'select public.cancel_job($1)', [id])
  })

  it('takes a part once, however often it is sent, and tells where to go on', async () => {
    const { id } = await start('reviewer.county-market')
    const me = 'reviewer.county-market'
    await part(me, id, 0, [['=1+1', 2]])
    expect(one(await part(me, id, 0, [['other', 9]]))).toMatchObject({ done: 1, cursor: { parts: 1, read: 1 } })
    await part(me, id, 1, [['', null]])
    expect(await job(id)).toMatchObject({ done: 2, state: 'running', cursor: { parts: 2, read: 2 } })
    await session.act(me, 'select public.finish_export($1)', [id])
    await session.act(me, 'select public.finish_export($1)', [id])
    const recorded = await session.read(
      'postgres',
      `select new_row from private.audit_log where table_name = 'private.exports' order by id desc limit 2`,
    )
    expect(recorded[0]).toEqual({ new_row: { filter: '预警：红', rows: 2 } })
    expect(await session.read('postgres', `select count(*)::int as n from private.outbox_events where key = $1`, [id])).toEqual([{ n: 1 }])
    expect(await session.refusal(me, 'select public.add_export_part($1, 2, $2)', [id, '[["a",1]]'])).toBe('PT409 job.not_running')

    const lease = await leaseOf(id)
    const held = [id, lease.id, lease.lease]
    expect(await session.read('service', 'select label, filter, columns, row_count, part_count from public.take_export($1, $2, $3)', held)).toEqual([
      { label: '投诉举报', filter: '预警：红', columns: ['编号', '金额'], row_count: 2, part_count: 2 },
    ])
    expect(await session.read('service', 'select cells from public.export_part($1, 0, $2, $3)', held)).toEqual([{ cells: ['=1+1', 2] }])
    // Another lease than the one that holds reads nothing and settles nothing.
    const stale: Record<string, unknown> = { ...lease, lease: crypto.randomUUID() }
    expect(await session.read('service', 'select * from public.take_export($1, $2, $3)', [id, stale.id, stale.lease])).toEqual([])
    expect(await session.read('service', 'select * from public.export_part($1, 0, $2, $3)', [id, stale.id, stale.lease])).toEqual([])
    expect(await settle(id, stale)).toEqual([{ settled: false }])
    expect(await settle(id, lease)).toEqual([{ settled: true }])
    expect(await settle(id, lease)).toEqual([{ settled: false }])
    expect(await job(id)).toMatchObject({ state: 'done', file_path: `${String(id)}/x.xlsx`, file_bytes: 7 })
    expect(await session.read('postgres', 'select * from private.job_parts where job_id = $1', [id])).toEqual([])
  })

  it('is begun once for one key, and no more than three at a time', async () => {
    const me = 'handler.sibling-market'
    const key = crypto.randomUUID()
    const first = await start(me, key)
    expect((await start(me, key)).id).toBe(first.id)
    await start(me)
    await start(me)
    expect(await session.refusal(me, `select public.start_export(gen_random_uuid(), '表', '', '/work', '{甲}')`)).toBe('PT409 job.too_many')
  })

  it('that is cancelled while its file is made leaves no file, and none of its rows', async () => {
    const me = 'lead.sibling-market'
    const { id } = await start(me)
    await part(me, id, 0, [['甲', 1]])
    await session.act(me, 'select public.finish_export($1)', [id])
    const lease = await leaseOf(id)
    expect(one(await session.act(me, 'select state from public.cancel_job($1)', [id]))).toEqual({ state: 'cancelled' })
    expect(await session.read('postgres', 'select * from private.job_parts where job_id = $1', [id])).toEqual([])
    expect(await settle(id, lease, `${String(id)}/late.xlsx`)).toEqual([{ settled: false }])
    expect(await job(id)).toMatchObject({ state: 'cancelled', file_path: null })
    expect(await session.read('postgres', 'select payload from private.outbox_events where key = $1', [`${String(id)}/late.xlsx`])).toEqual([
      { payload: { removePath: `${String(id)}/late.xlsx` } },
    ])
  })

  it('is put away by its owner when it has ended, with its file', async () => {
    const me = 'lead.county-environment'
    const { id } = await start(me)
    await part(me, id, 0, [['甲', 1]])
    expect(await session.refusal(me, 'select public.delete_job($1)', [id])).toBe('PT409 job.not_ended')
    await session.act(me, 'select public.finish_export($1)', [id])
    await settle(id, await leaseOf(id))
    await session.act(me, 'select public.delete_job($1)', [id])
    expect(await job(id)).toEqual({})
    expect(await session.read('postgres', 'select payload from private.outbox_events where key = $1', [`${String(id)}/x.xlsx`])).toHaveLength(1)
  })

  it('that nobody goes on with ends after two days, one whose file cannot be made says so, and all are gone in a week', async () => {
    const me = 'reviewer.county-environment'
    const { id: left } = await start(me)
    await part(me, left, 0, [['甲', 1]])
    const { id: dead } = await start(me)
    await session.act(me, 'select public.finish_export($1)', [dead])
    const lease = await leaseOf(dead)
    await session.act('postgres', `update private.outbox_deliveries set state = 'dead' where id = $1`, [lease.id])
    await session.act('postgres', 'select private.fail_dead_exports()')
    expect(await job(dead)).toMatchObject({ state: 'failed', error: expect.stringContaining('请重新导出') })
    await session.act('postgres', `update public.jobs set stepped_at = now() - interval '3 days' where id = $1`, [left])
    await session.within('postgres', async (db) => {
      await db.query('alter table public.jobs disable trigger tg_10_stamp')
      await db.query(`update public.jobs set created_at = now() - interval '3 days' where id = $1`, [left])
      await db.query('alter table public.jobs enable trigger tg_10_stamp')
    })
    await session.act('postgres', 'select private.job_chore()')
    expect(await job(left)).toMatchObject({ state: 'cancelled', error: '两天没有继续，已自动取消' })
    expect(await session.read('postgres', 'select * from private.job_parts where job_id = $1', [left])).toEqual([])
    await session.act('postgres', `update public.jobs set ended_at = now() - interval '8 days' where id = any ($1)`, [[left, dead]])
    await session.act('postgres', 'select private.job_chore()')
    expect([await job(left), await job(dead)]).toEqual([{}, {}])
  })
})

describe('work that the scheduler does', () => {
  const begin = (kind: string, who = keeper) => session.act(who, 'select * from public.start_job(gen_random_uuid(), $1)', [kind]).then(one)

  it('is started by who holds its permission for the whole site, one at a time', async () => {
    for (const who of [owner, 'security_admin.province-coordination', 'system_admin.county-coordination'])
      expect(await session.refusal(who, `select public.start_job(gen_random_uuid(), 'housekeeping')`)).toBe('PT404 job.kind_not_found')
    expect(await session.refusal(keeper, `select public.start_job(gen_random_uuid(), 'export')`)).toBe('PT404 job.kind_not_found')
    const { id } = await begin('housekeeping')
    expect(await session.refusal(keeper, `select public.start_job(gen_random_uuid(), 'housekeeping')`)).toBe('PT409 job.already_running')
    await session.act('postgres', `select private.jobs_step('1 minute')`)
    const chores = one(await session.read('postgres', 'select count(*)::int as n from private.chores')).n
    expect(await job(id)).toMatchObject({ state: 'done', done: chores, total: chores, error: null })
  })

  it('names the chores that were not done, and does the others', async () => {
    await session.act('postgres', `insert into private.chores values ('broken', '坏掉的', 'select 1 / 0', 25)`)
    const { id } = await begin('housekeeping')
    await session.act('postgres', `select private.jobs_step('1 minute')`)
    await session.act('postgres', `delete from private.chores where name = 'broken'`)
    const done = await job(id)
    expect(done).toMatchObject({ state: 'failed', error: '未完成：坏掉的' })
    expect(done.done).toBe(done.total)
  })

  it('goes on where it was after its process was killed, stops when cancelled, and fails alone', async () => {
    await session.within('postgres', async (db) => {
      await db.query(`create table private.job_trials (job_id uuid, n int, primary key (job_id, n))`)
      await db.query(`create function private.trial_step(p_job public.jobs) returns public.jobs language plpgsql as $f$
        begin
          insert into private.job_trials values (p_job.id, p_job.done);
          if p_job.params ->> 'sleep_at' = p_job.done::text then perform pg_sleep(5); end if;
          if p_job.params ->> 'fail_at' = p_job.done::text then perform private.fail(409, 'trial.no', '第三家单位已撤销'); end if;
          p_job.total := 10; p_job.done := p_job.done + 1;
          if p_job.done = 10 then p_job.state := 'done'; end if;
          return p_job;
        end $f$`)
      await db.query(`insert into private.job_kinds values ('trial', '试', 'site.admin', 'private.trial_step')`)
    })
    const pieces = async (id: unknown) =>
      one(await session.read('postgres', 'select count(*)::int as n from private.job_trials where job_id = $1', [id])).n

    const { id } = one(await session.act(keeper, `select * from public.start_job(gen_random_uuid(), 'trial', '{"sleep_at":"4"}')`))
    for (let n = 0; n < 4; n += 1) await session.act('postgres', `select private.jobs_step('0')`)
    expect(await job(id)).toMatchObject({ state: 'running', done: 4 })
    const worker = await session.another()
    worker.on('error', () => undefined)
    const { pid } = one((await worker.query('select pg_backend_pid() as pid')).rows as Rows)
    const killed = worker.query(`select private.jobs_step('0')`).then(
      () => 'done',
      () => 'killed',
    )
    await expect
      .poll(async () => (await session.read('postgres', `select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`, [pid])).length, {
        timeout: 10_000,
      })
      .toBe(1)
    // Meanwhile nobody else takes it.
    expect(one(await session.act('postgres', `select private.jobs_step('0') as n`))).toEqual({ n: 0 })
    await session.act('postgres', 'select pg_terminate_backend($1)', [pid])
    expect(await killed).toBe('killed')
    expect([(await job(id)).done, await pieces(id)]).toEqual([4, 4])
    await session.act('postgres', `update public.jobs set params = '{}' where id = $1`, [id])
    await session.act('postgres', `select private.jobs_step('1 minute')`)
    expect([(await job(id)).state, await pieces(id)]).toEqual(['done', 10])

    const { id: stopped } = await begin('trial')
    await session.act('postgres', `select private.jobs_step('0')`)
    await session.act(keeper, 'select public.cancel_job($1)', [stopped])
    await session.act('postgres', `select private.jobs_step('1 minute')`)
    expect([(await job(stopped)).state, await pieces(stopped)]).toEqual(['cancelled', 1])

    const { id: failed } = one(await session.act(keeper, `select * from public.start_job(gen_random_uuid(), 'trial', '{"fail_at":"2"}')`))
    await session.act('postgres', `select private.jobs_step('1 minute')`)
    expect(await job(failed)).toMatchObject({ state: 'failed', done: 2, error: '第三家单位已撤销' })
    expect(await pieces(failed)).toBe(2)
  })
})
