/** Which functions ask who calls, and what they call in turn: read from the catalogue, so that nobody has to remember. */
import type pg from 'pg'

/** Words by which a function looks at its caller. */
export const guards = /auth\.uid\(\)|private\.(has_permission|has_site_right|my_org_id|permitted_org_ids|permits_every_org|permissions_at_my_org)\(/

export interface Callee {
  schema: string
  name: string
  signature: string
  source: string
  /** Names of private functions that its text calls. */
  calls: string[]
  /** Executable by people who are signed in, or by anybody. */
  isOpen: boolean
  isDefiner: boolean
}

export async function callersOf(db: pg.ClientBase): Promise<Callee[]> {
  const { rows } = await db.query<Omit<Callee, 'calls'>>(
    `select p.pronamespace::regnamespace::text as schema, p.proname as name, p.oid::regprocedure::text as signature, p.prosrc as source, p.prosecdef as "isDefiner",
       has_function_privilege('authenticated', p.oid, 'execute') or has_function_privilege('anon', p.oid, 'execute') as "isOpen"
     from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prorettype <> 'trigger'::regtype
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1, 3`,
  )
  return rows.map((row) => ({ ...row, calls: [...new Set([...row.source.matchAll(/private\.(\w+)\(/g)].map((match) => match[1] ?? ''))] }))
}

/** Public functions that reach a function, by what their texts call. */
export function reachedFrom(all: Callee[], name: string): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const up = (target: string) => {
    if (seen.has(target)) return
    seen.add(target)
    for (const one of all.filter(({ calls }) => calls.includes(target))) {
      if (one.schema === 'public') found.add(one.name)
      up(one.name)
    }
  }
  up(name)
  for (const one of all) if (one.schema === 'public' && one.name === name) found.add(name)
  return [...found]
}

/** Each guard as a function of the probe's own that always lets through, with the same arguments. */
export const openGuards = `
  create or replace function probe.has_permission(text, uuid) returns boolean language sql as 'select true';
  create or replace function probe.has_site_right(text) returns boolean language sql as 'select true';
  create or replace function probe.can_read_item(public.work_items) returns boolean language sql as 'select true';
  create or replace function probe.can_join_topic(text) returns boolean language sql as 'select true';
  create or replace function probe.permitted_org_ids(text) returns setof uuid language sql as 'select id from public.orgs';
  grant execute on all functions in schema probe to anon, authenticated, service_role;
`
const opened = /private\.(has_permission|has_site_right|can_read_item|can_join_topic|permitted_org_ids)\(/g

/** One weakened text for each guard in a function. */
export async function guardChanges(db: pg.ClientBase): Promise<{ name: string; sql: string; targets: string[] }[]> {
  const all = await callersOf(db)
  const changes: { name: string; sql: string; targets: string[] }[] = []
  for (const one of all) {
    const targets = reachedFrom(all, one.name)
    if (!opened.test(one.source) || targets.length === 0) continue
    const { rows } = await db.query<{ def: string }>('select pg_get_functiondef($1::regprocedure) as def', [one.signature])
    const def = rows[0]?.def ?? ''
    for (const match of def.matchAll(opened)) {
      const sql = `${def.slice(0, match.index)}probe.${match[1]}(${def.slice(match.index + match[0].length)}`
      // What a function is called may look like a call of it.
      if (/create or replace function probe\./i.test(sql)) continue
      changes.push({ name: `${one.signature}: ${match[1]} at ${match.index} lets everybody through`, sql, targets })
    }
  }
  return changes
}
