/** What there is to attack, from the catalogue: every relation and function that the API shows. */
import type pg from 'pg'
import type { Proofs } from '../proof/modules.ts'

export interface Column {
  name: string
  type: string
  /** By somebody who is signed in. */
  isReadable: boolean
}

export interface Relation {
  /** With its schema: `public.officers`. */
  name: string
  /** As the API calls it. */
  path: string
  isView: boolean
  columns: Column[]
  /** A column that takes a value, were it allowed: not one that the database fills, and of a view one that is the table's own. */
  writable: string
  /** Other relations that a foreign key leads to or comes from, each with the key by which it is meant. */
  neighbours: { relation: string; key: string }[]
}

export interface Argument {
  name: string
  type: string
  isOptional: boolean
}

export interface Callable {
  name: string
  args: Argument[]
}

export interface Targets {
  relations: Relation[]
  functions: Callable[]
  /** Names that the API must not know: tables and functions of other schemas. */
  closed: { relations: string[]; functions: string[] }
}

export async function readTargets(db: pg.ClientBase, { modules }: Proofs, only?: string): Promise<Targets> {
  const { rows: relations } = await db.query<Relation>(
    `select 'public.' || c.relname as name, c.relname as path, c.relkind = 'v' as "isView",
       (select a.attname from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
        order by t.typtype = 'e', a.attnum offset case c.relkind when 'v' then 1 else 0 end limit 1) as writable,
       (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'isReadable',
          has_column_privilege('authenticated', c.oid, a.attnum, 'select')) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       coalesce((select jsonb_agg(jsonb_build_object('relation', n.relname, 'key', k.conname) order by k.conname) from pg_constraint k
         join pg_class n on n.oid = case when k.conrelid = c.oid then k.confrelid else k.conrelid end
         where k.contype = 'f' and c.oid in (k.conrelid, k.confrelid) and n.relnamespace = c.relnamespace), '[]') as neighbours
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and not c.relispartition order by 1`,
  )
  const { rows: functions } = await db.query<Callable>(
    `select p.proname as name, coalesce((select jsonb_agg(jsonb_build_object('name', p.proargnames[i], 'type', format_type(p.proargtypes[i - 1], null),
         'isOptional', i > p.pronargs - p.pronargdefaults) order by i) from generate_series(1, p.pronargs) as i), '[]') as args
     from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
  )
  const { rows: closed } = await db.query<{ relations: string[]; functions: string[] }>(
    `select array(select c.relname::text from pg_class c where c.relkind in ('r', 'v') and c.relnamespace::regnamespace::text in ('private', 'auth', 'storage', 'cron')
         and not exists (select from pg_class o where o.relname = c.relname and o.relnamespace = 'public'::regnamespace) order by 1) as relations,
       array(select distinct p.proname::text from pg_proc p where p.pronamespace::regnamespace::text in ('private', 'extensions', 'net', 'cron')
         and not exists (select from pg_proc o where o.proname = p.proname and o.pronamespace = 'public'::regnamespace) order by 1)
         || '{pg_sleep,pg_read_file,set_config,query_to_xml,lo_export,pg_terminate_backend}' as functions`,
  )
  const [names] = closed
  if (!names) throw new Error('no catalogue')
  if (!only) return { relations, functions, closed: names }
  const module = modules.find(({ id }) => id === only)
  if (!module) throw new Error(`no module "${only}" has a proof`)
  const isOwn = (name: string) => module.prefixes.some((prefix) => name.startsWith(`${prefix}_`))
  return {
    relations: relations.filter(({ name }) => name in module.relations),
    // A module's own steps go through the engine's.
    functions: functions.filter(({ name }) => name in module.functions || ['work_act', 'work_actions'].includes(name)),
    closed: { relations: names.relations.filter(isOwn), functions: names.functions.filter(isOwn) },
  }
}
