/** Every policy, privilege and helper weakened in turn: a matrix that stays green then is worth nothing. */
import type pg from 'pg'
import { places } from '../people.ts'
import type { Proofs } from '../proof/modules.ts'
import type { Check, MutantScope } from '../proof/types.ts'
import { guardChanges } from './guards.ts'
import { tablesAndColumns } from './probes.ts'

export interface Mutant {
  name: string
  sql: string
  /** Which probes could see it. */
  scope: MutantScope
  /** The relation, or the functions. */
  target: string | null
  targets?: string[]
}

async function policyMutants(db: pg.ClientBase): Promise<Mutant[]> {
  const { rows } = await db.query<{ schemaname: string; tablename: string; policyname: string; qual: string | null; mine: boolean }>(
    `select schemaname, tablename, policyname, qual from pg_policies where schemaname = 'public'
       or policyname in ('storage_objects_select', 'storage_exports_select', 'storage_seals_select', 'realtime_messages_select')`,
  )
  return rows.map((row) => {
    const isOpen = row.qual === 'true'
    return {
      name: `policy ${row.policyname}: using (${isOpen ? 'false' : 'true'})`,
      sql: `alter policy ${row.policyname} on ${row.schemaname}.${row.tablename} using (${isOpen ? 'false' : 'true'})`,
      scope: row.schemaname === 'public' ? 'relation' : row.schemaname === 'storage' ? 'storage' : 'topics',
      target: row.schemaname === 'public' ? `${row.schemaname}.${row.tablename}` : null,
    }
  })
}

async function privilegeMutants(db: pg.ClientBase, { relations }: Proofs): Promise<Mutant[]> {
  const mutants: Mutant[] = []
  for (const { name, kind, isWritable } of await tablesAndColumns(db)) {
    const spec = relations[name]
    if (spec) {
      for (const role of ['anon', 'authenticated', 'service_role'] as const)
        if (!spec.readers.includes(role))
          mutants.push({ name: `grant select on ${name} to ${role}`, sql: `grant select on ${name} to ${role}`, scope: 'relation', target: name })
      if (kind === 'r' && spec.readers.length === 1)
        mutants.push({
          name: `row level security off on ${name}`,
          sql: `alter table ${name} disable row level security`,
          scope: 'relation',
          target: name,
        })
      // What everybody reads can be read no further.
      if (kind === 'v' && spec.readers.length === 1)
        mutants.push({
          name: `${name} with the owner's rights`,
          sql: `alter view ${name} set (security_invoker = false)`,
          scope: 'relation',
          target: name,
        })
    }
    if (!isWritable) continue
    for (const privilege of name.startsWith('private.') ? ['select', 'insert', 'update', 'delete'] : ['insert', 'update', 'delete'])
      for (const role of ['anon', 'authenticated'])
        mutants.push({
          name: `grant ${privilege} on ${name} to ${role}`,
          sql: `grant ${privilege} on ${name} to ${role}`,
          scope: 'writes',
          target: name,
        })
  }
  return mutants
}

async function executeMutants(db: pg.ClientBase, { functions }: Proofs): Promise<Mutant[]> {
  const { rows } = await db.query<{ schema: string; name: string; signature: string; anon: boolean; authenticated: boolean }>(
    `select p.pronamespace::regnamespace::text as schema, p.proname as name, p.oid::regprocedure::text as signature,
       has_function_privilege('anon', p.oid, 'execute') as anon, has_function_privilege('authenticated', p.oid, 'execute') as authenticated
     from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  return rows.flatMap((row) =>
    (['anon', 'authenticated'] as const)
      .filter((role) => !row[role])
      .map((role): Mutant => ({
        name: `grant execute on ${row.signature} to ${role}`,
        sql: `grant execute on function ${row.signature} to ${role}${row.schema === 'public' && row.name in functions ? `; grant execute on all functions in schema private to ${role}` : ''}`,
        scope: row.schema === 'public' ? 'function' : 'coverage',
        target: row.name,
      })),
  )
}

/** Replaces text inside a function; a text that is no longer there is an error, not a mutant that lives. */
async function rewritten(db: pg.ClientBase, signature: string, from: string, to: string): Promise<string> {
  const { rows } = await db.query<{ def: string }>('select pg_get_functiondef($1::regprocedure) as def', [signature])
  const def = rows[0]?.def ?? ''
  if (!def.includes(from)) throw new Error(`mutant of ${signature}: "${from}" is not in its text`)
  return def.replace(from, to)
}

async function checkMutants(db: pg.ClientBase, checks: Check[]): Promise<Mutant[]> {
  const mutants: Mutant[] = []
  for (const [signature, from, to, scope, target] of checks)
    mutants.push({
      name: `${signature}: "${from.slice(0, 50)}" → "${to.slice(0, 30)}"`,
      sql: await rewritten(db, signature, from, to),
      scope,
      target: target ?? null,
    })
  return mutants
}

/** Guards that are found by themselves: what calls one of the helpers is tried without it. */
const guardMutants = async (db: pg.ClientBase): Promise<Mutant[]> =>
  (await guardChanges(db)).map((one) => ({ name: one.name, sql: one.sql, scope: 'function', target: null, targets: one.targets }))

const widerCity: Mutant = {
  name: 'a city whose range reaches over the province',
  sql: `select private.act_as('system:mutant'); update public.regions set range_end = 349999999 where code = ${places.city}`,
  scope: 'relation',
  target: 'public.work_items',
}

/** All of them, or those of the tables, functions and checks of one module. */
export async function allMutants(db: pg.ClientBase, proofs: Proofs, only?: string): Promise<Mutant[]> {
  const modules = proofs.modules.filter((module) => !only || module.id === only)
  const generated = [
    ...(await policyMutants(db)),
    ...(await privilegeMutants(db, proofs)),
    ...(await executeMutants(db, proofs)),
    ...(await guardMutants(db)),
  ]
  const checks = await checkMutants(
    db,
    modules.flatMap((module) => module.checks),
  )
  if (!only) return [...generated, ...checks, widerCity]
  const prefixes = modules.flatMap((module) => module.prefixes)
  const isOwn = (name: string) => prefixes.some((prefix) => name.startsWith(`${prefix}_`) || name.startsWith(`public.${prefix}_`))
  const ownFunctions = new Set(modules.flatMap((module) => Object.keys(module.functions)))
  const touches = ({ target, targets }: Mutant) => [target, ...(targets ?? [])].some((one) => one !== null && (isOwn(one) || ownFunctions.has(one)))
  return [...generated.filter(touches), ...checks]
}
