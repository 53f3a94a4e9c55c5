/** House rules of the database as questions to the catalogue: each must return no row, so a failure prints the offender. */
import { describe, expect, it } from 'vitest'
import { openSession } from './session.ts'

const session = await openSession()

/** Prefixes that are registered in supabase/README.md. */
const prefixes = ['region', 'site', 'org', 'officer', 'code', 'work', 'deadline', 'audit', 'attachment', 'complaint']
/** Allowed references between domains: module → what it may point to beside the core. */
const core = ['region', 'site', 'org', 'officer', 'code', 'work', 'deadline', 'audit', 'attachment']

const rules: [title: string, sql: string][] = [
  [
    'row level security is on for every public table',
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
  ],
  [
    'one policy for a table and command, never "all", never to public, always commented',
    `select p.tablename || '.' || p.policyname from pg_policies p where p.schemaname = 'public' and (p.cmd = 'ALL' or 'public' = any (p.roles) or p.permissive <> 'PERMISSIVE'
       or p.policyname <> p.tablename || '_' || lower(p.cmd)
       or obj_description((select x.oid from pg_policy x where x.polname = p.policyname and x.polrelid = (p.schemaname || '.' || p.tablename)::regclass), 'pg_policy') is null)`,
  ],
  [
    'no bare auth.uid() or auth.jwt() in a policy',
    `select policyname from pg_policies where schemaname = 'public' and coalesce(qual, '') || coalesce(with_check, '') ~ 'auth\\.(uid|jwt|role)\\(\\)' and coalesce(qual, '') || coalesce(with_check, '') !~ 'SELECT auth\\.'`,
  ],
  [
    'no definer function with a row argument in a policy',
    `select policyname from pg_policies where schemaname = 'public' and coalesce(qual, '') ~ 'private\\.(has_permission|can_read_item|can_join_topic)'`,
  ],
  [
    'every foreign key is indexed',
    `select c.conrelid::regclass || '.' || c.conname from pg_constraint c where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
       and not exists (select from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
  ],
  [
    'foreign keys say what happens on delete, and it is not set null',
    `select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd') and connamespace in ('public'::regnamespace, 'private'::regnamespace)`,
  ],
  [
    'definer functions live in private and have an empty search_path',
    `select p.oid::regprocedure from pg_proc p where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
       and (p.pronamespace = 'public'::regnamespace or not coalesce(p.proconfig @> array['search_path=""'], false))`,
  ],
  [
    'every function has an empty search_path',
    `select p.oid::regprocedure from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prokind = 'f' and not coalesce(p.proconfig @> array['search_path=""'], false)`,
  ],
  [
    'every function is commented, and a definer one says why',
    `select p.oid::regprocedure from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and (obj_description(p.oid, 'pg_proc') is null or (p.prosecdef and obj_description(p.oid, 'pg_proc') !~ '(Definer|trigger)'))`,
  ],
  [
    'every table and view is commented',
    `select c.oid::regclass from pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'v', 'p') and not c.relispartition and obj_description(c.oid, 'pg_class') is null`,
  ],
  [
    'views run with the rights of the reader',
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false)`,
  ],
  [
    'nothing is granted on private tables',
    `select table_name || ' ' || grantee from information_schema.role_table_grants where table_schema = 'private' and grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC')`,
  ],
  [
    'no API role writes a table',
    `select table_name || ' ' || grantee || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'public' and grantee in ('anon', 'authenticated', 'service_role') and privilege_type <> 'SELECT'`,
  ],
  [
    'RPCs return typed rows, never json',
    `select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype in ('json'::regtype, 'jsonb'::regtype)`,
  ],
  [
    'created_at and updated_at are kept by the stamp trigger',
    `select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'updated_by' where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'tg_10_stamp')`,
  ],
  [
    'times end in _at, days in _on',
    `select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and ((a.atttypid = 'timestamptz'::regtype and a.attname !~ '(_at|_until|^at|^window_start)$') or (a.atttypid = 'date'::regtype and a.attname !~ '(_on|^day|^valid_from|^valid_to|effective_from|effective_to)$'))`,
  ],
  [
    'booleans begin with is_, has_, was_, can_ or due_is_',
    `select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.atttypid = 'bool'::regtype and a.attname !~ '^(is|has|was|can|due_is)_'`,
  ],
]

describe('conventions', () => {
  it.each(rules)('%s', async (_title, sql) => {
    expect((await session.read('postgres', sql)).map((row) => String(Object.values(row)[0]))).toEqual([])
  })

  it('every public relation carries a registered prefix', async () => {
    const rows = await session.read('postgres', `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`)
    const strays = rows
      .map((row) => String(row.relname))
      .filter((name) => name !== 'my_notifications' && !prefixes.some((prefix) => name === `${prefix}s` || name.startsWith(`${prefix}_`)))
    expect(strays).toEqual([])
  })

  it('a module points to the core only', async () => {
    const rows = await session.read(
      'postgres',
      `select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to" from pg_constraint c where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)`,
    )
    const domain = (name: unknown) =>
      prefixes.find((prefix) =>
        String(name)
          .replace(/^(public|private)\./, '')
          .startsWith(prefix),
      ) ?? 'core'
    const edges = rows.map((row) => [domain(row.from), domain(row.to)] as const)
    expect(edges.filter(([from, to]) => from !== to && !core.includes(to) && to !== 'core')).toEqual([])
  })
})
