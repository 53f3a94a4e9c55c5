import { describe, expect, it } from 'vitest'
import { openSession } from './session.ts'

const session = await openSession()
const log = (where: string, params: unknown[] = []) => session.read('postgres', `select * from private.audit_log where ${where} order by id`, params)

describe('audit log', () => {
  it('refuses a write without an actor', async () => {
    await session.db.query('begin')
    await expect(session.db.query(`update public.orgs set short_name = short_name || '*' where region_code = 340103000`)).rejects.toThrow(
      'audit.no_actor',
    )
    await session.db.query('rollback')
  })

  it('keeps actor, before and after of an update, and only what changed', async () => {
    await session.act('postgres', `update public.org_lines set sort = 99 where code = 'drug'`)
    const [row] = (await log(`table_name = 'public.org_lines' and row_key = 'drug' and op = 'update'`)).slice(-1)
    expect(row).toMatchObject({ actor: 'system:test', old_row: { sort: 20 }, new_row: { sort: 99 } })
  })

  it('keeps row and actor of a delete', async () => {
    await session.act('postgres', `insert into public.org_lines values ('gone', 'x', 'x', 'x', 1)`)
    await session.act('postgres', `delete from public.org_lines where code = 'gone'`)
    const rows = await log(`table_name = 'public.org_lines' and row_key = 'gone'`)
    expect(rows.map((row) => [row.op, row.actor])).toEqual([
      ['insert', 'system:test'],
      ['delete', 'system:test'],
    ])
    expect(rows[1]?.old_row).toMatchObject({ code: 'gone', name: 'x' })
  })

  it('says nothing of an update that changes nothing', async () => {
    const before = (await log('true')).length
    await session.act('postgres', `update public.org_lines set sort = sort`)
    expect((await log('true')).length).toBe(before)
  })

  it('cannot be changed, deleted or truncated, whoever asks', async () => {
    await session.act('postgres', `select private.audit_seal()`)
    for (const sql of [
      `update private.audit_log set actor = 'nobody'`,
      `delete from private.audit_log`,
      `truncate private.audit_log`,
      `update public.audit_seals set digest = 'x'`,
      `delete from public.work_events`,
      `update public.work_events set note = 'x'`,
      `truncate public.work_events`,
    ])
      expect(await session.refusal('postgres', sql), sql).toBe('PT403 audit.append_only')
  })

  it('covers every table that people write to', async () => {
    const rows = await session.read(
      'postgres',
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('tg_90_audit', 'tg_00_append_only')) order by 1`,
    )
    // Follows, saved views and reading marks are private habits; messages are made by audited acts; states come with a migration.
    expect(rows.map((row) => row.relname)).toEqual([
      'officer_views',
      'work_follows',
      'work_notification_marks',
      'work_notification_reads',
      'work_notifications',
      'work_states',
    ])
  })
})

describe('seals', () => {
  it('chain and verify, and name the batch whose row was changed', async () => {
    await session.act('postgres', `select private.audit_seal()`)
    await session.act('postgres', `update public.org_lines set sort = 98 where code = 'drug'`)
    await session.act('postgres', `select private.audit_seal()`)
    const seals = await session.read('anon', `select id, digest, row_count from public.audit_seals order by id`)
    expect(seals.length).toBeGreaterThanOrEqual(2)
    const intact = await session.read('postgres', `select * from private.audit_verify() order by 1`)
    expect(intact.every((row) => row.is_intact)).toBe(true)

    await session.act('postgres', `alter table private.audit_log disable trigger tg_00_append_only`)
    await session.act('postgres', `update private.audit_log set actor = 'somebody else' where id = (select max(id) from private.audit_log)`)
    await session.act('postgres', `alter table private.audit_log enable trigger tg_00_append_only`)
    const broken = await session.read('postgres', `select * from private.audit_verify() where not is_intact`)
    expect(broken.map((row) => row.seal_id)).toEqual([seals.at(-1)?.id])
  })

  it('seal nothing twice', async () => {
    expect((await session.act('postgres', `select private.audit_seal() as id`))[0]?.id).toBeNull()
  })
})

describe('signing in', () => {
  it('is on record, as the act of who signed in', async () => {
    const [user] = await session.read('postgres', 'select id from auth.users order by id limit 1')
    await session.act('postgres', `update auth.users set last_sign_in_at = now() where id = '${String(user?.id)}'`)
    await session.act('postgres', `update auth.users set updated_at = now() where id = '${String(user?.id)}'`)
    expect(await log(`op = 'sign_in'`)).toMatchObject([{ actor: user?.id, table_name: 'auth.users', row_key: user?.id }])
  })
})

describe('the log on screen', () => {
  const entries = async (args: string) => session.read('audit_admin.province-coordination', `select * from public.audit_entries(${args})`)

  it('names bodies, people and states, and leaves what it does not know', async () => {
    const [org] = await session.read('postgres', `select id, name from public.orgs order by region_code, line_code limit 1`)
    await session.act(
      'postgres',
      `select private.audit_write('public.x', 'words', 'insert', null, jsonb_build_object('to_org_id', '${String(org?.id)}', 'state', 'awaiting_receipt', 'note', 'awaiting_receipt'))`,
    )
    const [entry] = await entries(`p_key => 'words'`)
    expect(entry?.words).toEqual({ [`to_org_id=${String(org?.id)}`]: org?.name, 'state=awaiting_receipt': '待签收' })
  })

  it('names the record itself', async () => {
    const [officer] = await session.read('postgres', `select id, name from public.officers order by id limit 1`)
    const [entry] = await entries(`p_table => 'public.officers', p_key => '${String(officer?.id)}', p_limit => 1`)
    expect(entry).toMatchObject({ words: { [`@=${String(officer?.id)}`]: officer?.name } })
  })

  it('is narrowed by period, and by the name of who acted', async () => {
    const [officer] = await session.read('postgres', `select id, name from public.officers order by id limit 1`)
    await session.act(
      'postgres',
      `select set_config('app.actor', '${String(officer?.id)}', true); select private.audit_write('public.x', 'by-name', 'insert', null, '{}')`,
    )
    expect((await entries(`p_key => 'by-name', p_actor => '${String(officer?.name)}'`)).length).toBe(1)
    expect((await entries(`p_key => 'by-name', p_from => now() + interval '1 hour'`)).length).toBe(0)
    expect((await entries(`p_key => 'by-name', p_to => now() - interval '1 hour'`)).length).toBe(0)
    expect((await entries(`p_key => 'by-name', p_from => now() - interval '1 hour', p_to => now() + interval '1 hour'`)).length).toBe(1)
  })
})
