/** What the catalogue holds and the matrix does not know, and privileges that nobody asked for. */
import type pg from 'pg'
import type { Proofs } from '../proof/modules.ts'
import type { ApiRole } from '../proof/types.ts'
import { movesOf, statesOf, unwalkedOf } from '../proof/flows.ts'
import { callersOf, guards } from './guards.ts'
import { tablesAndColumns, type Tally } from './probes.ts'

/** Privileges as the catalogue has them: also those that would only do harm together with another mistake. */
export async function probePrivileges(db: pg.ClientBase, { functions, relations }: Proofs, tally: Tally, only: string | null = null): Promise<void> {
  const { rows } = await db.query<{ name: string; role: string; privilege: string; held: boolean }>(
    `select n.nspname || '.' || c.relname as name, r.role, p.privilege, has_any_column_privilege(r.role, c.oid, p.privilege) or has_table_privilege(r.role, c.oid, p.privilege) as held
     from pg_class c join pg_namespace n on n.oid = c.relnamespace,
       unnest(array['anon', 'authenticated', 'service_role']) as r (role), unnest(array['select', 'insert', 'update']) as p (privilege)
     where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p') and ($1::text is null or c.oid = to_regclass($1))
     union all
     select n.nspname || '.' || c.relname, r.role, 'delete', has_table_privilege(r.role, c.oid, 'delete')
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['anon', 'authenticated', 'service_role']) as r (role)
     where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p') and ($1::text is null or c.oid = to_regclass($1))
     union all
     select 'function ' || p.proname, r.role, 'execute', has_function_privilege(r.role, p.oid, 'execute')
     from pg_proc p, unnest(array['anon', 'authenticated', 'service_role']) as r (role)
     where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') and ($1::text is null or p.proname = $1)`,
    [only],
  )
  for (const { name, role, privilege, held } of rows) {
    tally.probes += 1
    const allowed: string[] = name.startsWith('function ')
      ? (functions[name.slice(9)]?.callers ?? [])
      : privilege === 'select'
        ? (relations[name]?.readers ?? [])
        : []
    if (held !== allowed.includes(role)) tally.leaks.push(`${role} ${held ? 'holds' : 'lacks'} ${privilege} on ${name}`)
  }
}

const apiRoles: ApiRole[] = ['anon', 'authenticated', 'service_role']

/** What the database has and no proof knows. */
export async function probeCoverage(db: pg.ClientBase, proofs: Proofs, tally: Tally): Promise<void> {
  const { relations, functions, flows } = proofs
  const missing = async (sql: string, isKnown: (name: string) => boolean, say: (name: string) => string) => {
    const { rows } = await db.query<{ name: string }>(sql)
    tally.probes += rows.length
    for (const { name } of rows) if (!isKnown(name)) tally.leaks.push(say(name))
  }
  for (const { name } of await tablesAndColumns(db)) {
    tally.probes += 1
    if (name.startsWith('public.') && !(name in relations)) tally.leaks.push(`${name} has no case in the matrix`)
  }
  await missing(
    `select distinct p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    (name) => name in functions,
    (name) => `function public.${name} has no case in the matrix`,
  )
  await missing(
    'select kind as name from private.work_kinds',
    (name) => flows.some((flow) => flow.kind === name),
    (name) => `kind ${name} has no flow in a proof`,
  )
  await missing(
    'select owner_kind as name from private.attachment_owners',
    (name) => name in proofs.attachmentKinds,
    (name) => `records of kind ${name} take attachments, and no proof says who reads them`,
  )
  await missing(
    'select code as name from public.officer_permissions',
    (name) => name in proofs.rights,
    (name) => `permission ${name} is in no proof`,
  )
  await probeFlows(db, proofs, tally)
  await probePrivateCallers(db, proofs, tally)
  await probeUnchecked(db, proofs, tally)
}

/** Every move that the database has is in its flow, with the same permission, and the other way round. */
async function probeFlows(db: pg.ClientBase, { flows }: Proofs, tally: Tally): Promise<void> {
  for (const flow of flows) {
    const { rows } = await db.query<{ move: string; isSystem: boolean; action: string }>(
      `select from_state || ' ' || action || ' → ' || coalesce(to_state, from_state) || ': ' || coalesce(permission || ' of the ' || side, 'system')
         || case when is_for_handler then ', 承办人' else '' end || coalesce(', ' || approval, '') as move, permission is null as "isSystem", action
       from private.work_transitions where kind = $1 and from_state <> ''`,
      [flow.kind],
    )
    const known = new Set(
      [...statesOf(flow)].flatMap((state) => [
        ...Object.entries(movesOf(flow, state)).map(
          ([action, { to, permission, side = 'holder', own, approval }]) =>
            `${state} ${action} → ${to}: ${permission} of the ${side}${own ? ', 承办人' : ''}${approval ? `, ${approval}` : ''}`,
        ),
        ...Object.entries(flow.system[state] ?? {}).map(([action, to]) => `${state} ${action} → ${to}: system`),
      ]),
    )
    const found = new Set(rows.filter(({ isSystem, action }) => !isSystem || ![...unwalkedOf(flow)].includes(action)).map(({ move }) => move))
    tally.probes += found.size
    for (const move of found) if (!known.has(move)) tally.leaks.push(`${flow.kind}: "${move}" is in no proof`)
    for (const move of known) if (!found.has(move)) tally.leaks.push(`${flow.kind}: "${move}" is not in the database`)
  }
}

/** Private functions that an API role may call, all of them or one by name. */
export async function probePrivateCallers(db: pg.ClientBase, { modules }: Proofs, tally: Tally, only: string | null = null): Promise<void> {
  const { rows } = await db.query<{ name: string; role: ApiRole }>(
    `select p.proname as name, r.role from pg_proc p, unnest($1::text[]) as r (role)
     where p.pronamespace = 'private'::regnamespace and ($2::text is null or p.proname = $2) and has_function_privilege(r.role, p.oid, 'execute')`,
    [apiRoles, only],
  )
  tally.probes += rows.length
  for (const { name, role } of rows)
    if (!modules.some((module) => module.privateCallers?.[role]?.includes(name)))
      tally.leaks.push(`${role} may execute private.${name}, which nobody asked for`)
}

/** A definer function that people may call looks at who calls, or a proof says why it need not. */
async function probeUnchecked(db: pg.ClientBase, { modules }: Proofs, tally: Tally): Promise<void> {
  const all = await callersOf(db)
  const excused = Object.assign({}, ...modules.map((module) => module.unchecked ?? {})) as Record<string, string>
  const looks = (name: string, seen = new Set<string>()): boolean => {
    if (seen.has(name)) return false
    seen.add(name)
    return all.some((one) => one.name === name && (guards.test(one.source) || one.calls.some((callee) => looks(callee, seen))))
  }
  for (const { name, isOpen, isDefiner } of all) {
    if (!isOpen || !isDefiner) continue
    tally.probes += 1
    const checks = looks(name)
    if (!checks && !(name in excused)) tally.leaks.push(`private.${name} checks nothing of its caller, and no proof says why`)
    if (checks && name in excused) tally.leaks.push(`private.${name} is excused from a check that it has`)
  }
}
