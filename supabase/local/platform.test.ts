import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from './testing/database.ts'

const database = await useTestDatabase()
const client = new pg.Client({ connectionString: database.url })

beforeAll(() => client.connect())

afterAll(() => client.end())

const run = (sql: string) => client.query(sql)

describe('the platform is as strict as hosted Supabase', () => {
  test('the migration role is no superuser', async () => {
    const { rows } = await run('select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication from pg_roles where rolname = current_user')
    expect(rows).toEqual([{ rolsuper: false, rolcreatedb: true, rolcreaterole: true, rolbypassrls: true, rolreplication: true }])
  })

  test.each([
    'create table auth.mine (id int)',
    'create table storage.mine (id int)',
    'create function realtime.mine() returns int language sql as $$ select 1 $$',
    'alter table storage.objects disable row level security',
    'alter table realtime.messages add column mine int',
    'drop table storage.objects',
  ])('refused: %s', async (sql) => {
    await expect(run(sql)).rejects.toMatchObject({ code: '42501' })
  })

  test('policies on storage and realtime tables and a trigger on auth.users are allowed', async () => {
    await run('begin')
    await run('create policy mine on storage.objects for select to authenticated using (false)')
    await run('create policy mine on realtime.messages for select to authenticated using (false)')
    await run('create function public.mine() returns trigger language plpgsql as $$ begin return new; end $$')
    await run('create trigger mine after insert on auth.users for each row execute function public.mine()')
    await run('drop policy mine on storage.objects')
    await run('rollback')
  })

  test('a new table is granted to nobody', async () => {
    await run('begin')
    await run('create table public.fresh (id int)')
    const { rows } = await run(
      "select grantee from information_schema.role_table_grants where table_name = 'fresh' and grantee in ('anon', 'authenticated', 'service_role')",
    )
    await run('rollback')
    expect(rows).toEqual([])
  })

  test.each([
    ['one document', 'select set_config(\'request.jwt.claims\', \'{"sub":"00000000-0000-0000-0000-000000000001","role":"authenticated"}\', true)'],
    [
      'one setting a claim',
      "select set_config('request.jwt.claim.sub', '00000000-0000-0000-0000-000000000001', true), set_config('request.jwt.claim.role', 'authenticated', true)",
    ],
  ])('auth.uid() and auth.role() read the claims from %s', async (_name, sql) => {
    await run('begin')
    await run(sql)
    const { rows } = await run('select auth.uid(), auth.role()')
    await run('rollback')
    expect(rows).toEqual([{ uid: '00000000-0000-0000-0000-000000000001', role: 'authenticated' }])
  })

  test('without claims there is nobody', async () => {
    const { rows } = await run('select auth.uid(), auth.role(), auth.jwt()')
    expect(rows).toEqual([{ uid: null, role: null, jwt: null }])
  })

  test('trigrams of Chinese exist', async () => {
    await run('begin')
    await run('create extension if not exists pg_trgm with schema extensions')
    const { rows } = await run("select cardinality(extensions.show_trgm('市场监管')) > 0 as found")
    await run('rollback')
    expect(rows).toEqual([{ found: true }])
  })
})
