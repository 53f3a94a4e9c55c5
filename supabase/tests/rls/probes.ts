/** Asks the database every question as every principal, and counts answers that differ from the oracle's. */
import type pg from 'pg'
import { storageObjects } from '../modules/core/relations.ts'
import type { Oracle, Principal, RelationSpec } from '../proof/types.ts'
import { principals } from '../proof/world.ts'
import { claimsFor } from '../people.ts'

export interface Tally {
  probes: number
  leaks: string[]
  /** One leak is enough: of a mutant it is only asked whether it is seen. */
  isEager?: true
}

const isDone = (tally: Tally) => tally.isEager === true && tally.leaks.length > 0

/** Runs one statement as the caller and undoes it: 'ok:<first value>' or the SQLSTATE. */
export const probeSetup = `
  create schema if not exists probe;
  grant usage on schema probe to anon, authenticated, service_role;
  create or replace function probe.try(statements text[]) returns text[] language plpgsql security invoker as $$
  declare answers text[] := '{}'; one text; value text;
  begin
    foreach one in array statements loop
      begin
        value := null;
        execute one into value;
        raise exception using errcode = 'ZZ999', message = coalesce(value, '');
      exception when others then
        answers := answers || case
          when sqlstate = 'ZZ999' then 'ok:' || sqlerrm
          -- The same code, but the privilege was there and only the policy refused.
          when sqlstate = '42501' and sqlerrm like '%row-level security%' then 'policy'
          else sqlstate end;
      end;
    end loop;
    return answers;
  end $$;
  create or replace function probe.joins(topics text[]) returns boolean[] language plpgsql security invoker as $$
  declare answers boolean[] := '{}'; one text;
  begin
    foreach one in array topics loop
      perform set_config('realtime.topic', one, true);
      answers := answers || exists (select from realtime.messages);
    end loop;
    return answers;
  end $$;
  grant execute on all functions in schema probe to anon, authenticated, service_role;
`

/** Works as a principal inside a savepoint of the running transaction. */
async function as<T>(db: pg.ClientBase, principal: Principal, work: () => Promise<T>): Promise<T> {
  await db.query('savepoint as_principal')
  try {
    const claims = JSON.stringify(principal.claims ?? (principal.sub ? claimsFor(principal.sub) : { role: principal.role }))
    await db.query(`select set_config('request.jwt.claims', $1, true), set_config('app.actor', $2, true)`, [
      claims,
      principal.sub || principal.claims ? '' : 'system:probe',
    ])
    await db.query(`set local role ${principal.role}`)
    return await work()
  } finally {
    await db.query('rollback to savepoint as_principal')
  }
}

async function rowsOf(db: pg.ClientBase, name: string, spec: RelationSpec): Promise<Record<string, string>[]> {
  const { rows } = await db.query(`select ${spec.key} as key${spec.facts ? `, ${spec.facts}` : ''} from ${name}`)
  return rows
}

/** Which rows a principal sees, against which it should; one probe a row. */
export async function probeRelation(db: pg.ClientBase, oracle: Oracle, name: string, spec: RelationSpec, tally: Tally): Promise<void> {
  const rows = await rowsOf(db, name, spec)
  if (rows.length === 0) tally.leaks.push(`${name}: no rows to prove anything with`)
  for (const principal of principals) {
    if (isDone(tally)) return
    const isReader = spec.readers.includes(principal.role)
    const [answer = ''] = await as(
      db,
      principal,
      async () =>
        (await db.query<{ try: string[] }>(`select probe.try($1) as try`, [[`select coalesce(string_agg(${spec.key}, chr(10)), '') from ${name}`]]))
          .rows[0]?.try ?? [],
    )
    tally.probes += rows.length
    if (!isReader) {
      if (answer !== '42501') tally.leaks.push(`${name}: select by ${principal.key} answered ${answer.slice(0, 60)}`)
      continue
    }
    const seen = new Set(
      answer.startsWith('ok:')
        ? answer
            .slice(3)
            .split('\n')
            .filter((key) => key !== '')
        : [],
    )
    for (const row of rows) {
      if (seen.has(row.key ?? '') !== spec.sees(oracle, principal, row)) {
        tally.leaks.push(`${name}: ${principal.key} ${seen.has(row.key ?? '') ? 'sees' : 'misses'} ${row.key} (${answer.slice(0, 5)})`)
        break
      }
    }
  }
}

async function ask(db: pg.ClientBase, principal: Principal, statements: string[]): Promise<string[]> {
  return as(db, principal, async () => (await db.query<{ try: string[] }>('select probe.try($1) as try', [statements])).rows[0]?.try ?? [])
}

interface Relation {
  name: string
  column: string
  kind: string
  /** A view over a join takes no write whatever is granted. */
  isWritable: boolean
}

export async function tablesAndColumns(db: pg.ClientBase): Promise<Relation[]> {
  const { rows } = await db.query<Relation>(
    `select pg_relation_is_updatable(c.oid, false) <> 0 as "isWritable", n.nspname || '.' || c.relname as name, c.relkind::text as kind,
       (select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' order by a.attnum offset case c.relkind when 'v' then 1 else 0 end limit 1) as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p') and not c.relispartition order by 1`,
  )
  return rows
}

/** Nobody writes a table, and nobody reads a private one: refused by privilege, for every principal. */
export async function probeWrites(db: pg.ClientBase, only: string | null, tally: Tally): Promise<void> {
  const tables = (await tablesAndColumns(db)).filter((table) => table.isWritable && (only === null || table.name === only))
  const statements = tables.flatMap(({ name, column }) => [
    `insert into ${name} (${column}) values (default)`,
    // No column is read, so that the privilege to update alone is asked for.
    `update ${name} set ${column} = default`,
    `delete from ${name}`,
    ...(name.startsWith('private.') ? [`select 1 from ${name}`] : []),
  ])
  for (const principal of principals) {
    if (isDone(tally)) return
    const answers = await ask(db, principal, statements)
    tally.probes += statements.length
    statements.forEach((statement, i) => {
      if (answers[i] !== '42501') tally.leaks.push(`${principal.key}: "${statement}" answered ${answers[i]}`)
    })
  }
}

export async function probeFunctions(db: pg.ClientBase, oracle: Oracle, only: readonly string[] | null, tally: Tally): Promise<void> {
  const specs = Object.entries(oracle.proofs.functions).filter(([name]) => only === null || only.includes(name))
  const calls = specs.flatMap(([name, spec]) => spec.calls(oracle.world, oracle.proofs).map((call) => ({ name, spec, call })))
  for (const principal of principals) {
    if (isDone(tally)) return
    const answers = await ask(
      db,
      principal,
      calls.map(({ call }) => call.sql),
    )
    tally.probes += calls.length
    calls.forEach(({ name, spec, call }, i) => {
      const answer = answers[i] ?? ''
      const expected = spec.callers.includes(principal.role) ? call.expect(oracle, principal) : '42501'
      const isRight =
        expected === 'any'
          ? answer !== '42501'
          : expected === 'ok'
            ? answer.startsWith('ok:')
            : expected === 'ok or PT409'
              ? answer.startsWith('ok:') || answer === 'PT409'
              : answer === expected
      if (!isRight) tally.leaks.push(`${name}: ${principal.key} was answered ${answer}, expected ${expected}: ${call.sql.slice(0, 120)}`)
    })
  }
}

export async function probeTopics(db: pg.ClientBase, oracle: Oracle, tally: Tally): Promise<void> {
  const topics = [...oracle.world.topics, 'org:none', 'work:', 'other:x']
  for (const principal of principals) {
    if (isDone(tally)) return
    if (principal.role === 'service_role') continue
    const joins = await as(db, principal, async () => {
      const [denied] = (await db.query<{ try: string[] }>(`select probe.try('{select probe.joins(array[]::text[])}') as try`)).rows[0]?.try ?? []
      if (denied?.startsWith('42')) return []
      return (await db.query<{ joins: boolean[] }>('select probe.joins($1)', [topics])).rows[0]?.joins ?? []
    })
    tally.probes += topics.length
    topics.forEach((topic, i) => {
      if ((joins[i] ?? false) !== oracle.joinsTopic(principal, topic))
        tally.leaks.push(`realtime: ${principal.key} ${joins[i] ? 'joins' : 'cannot join'} ${topic}`)
    })
  }
}

/** Writes to the platform's own tables on which we set policies: refused, or without any effect. */
export async function probePlatformWrites(db: pg.ClientBase, tally: Tally): Promise<void> {
  const statements = [
    `insert into storage.objects (bucket_id, name) values ('attachments', 'complaint_case/x')`,
    `with u as (update storage.objects set name = name returning 1) select count(*) from u`,
    `with d as (delete from storage.objects returning 1) select count(*) from d`,
    `insert into storage.buckets (id, name) values ('mine', 'mine')`,
    `insert into realtime.messages (topic, extension, payload, event, private) values ('org:x', 'broadcast', '{}', 'x', true)`,
    `with d as (delete from realtime.messages returning 1) select count(*) from d`,
  ]
  for (const principal of principals) {
    if (principal.role === 'service_role') continue
    const answers = await ask(db, principal, statements)
    tally.probes += statements.length
    statements.forEach((statement, i) => {
      if (answers[i] !== '42501' && answers[i] !== 'policy' && answers[i] !== 'ok:0')
        tally.leaks.push(`${principal.key}: "${statement}" answered ${answers[i]}`)
    })
  }
}

export async function probeStorage(db: pg.ClientBase, oracle: Oracle, tally: Tally): Promise<void> {
  await probeRelation(db, oracle, 'storage.objects', storageObjects, tally)
}

/** A view is read by its columns: what a reader may not work out in one of them makes every screen over it fail. */
export async function probeColumns(db: pg.ClientBase, { proofs }: Oracle, tally: Tally): Promise<void> {
  const reader = principals.find(({ key }) => key === 'lead.county-market')
  if (!reader) throw new Error('no lead.county-market')
  const names = Object.entries(proofs.relations).flatMap(([name, spec]) =>
    spec.readers.includes('authenticated') && !spec.isPartlyGranted ? [name] : [],
  )
  const answers = await ask(
    db,
    reader,
    names.map((name) => `select count(t::text) from ${name} as t`),
  )
  tally.probes += names.length
  names.forEach((name, i) => {
    if (!answers[i]?.startsWith('ok:')) tally.leaks.push(`${name}: a reader cannot read every column (${answers[i]})`)
  })
}

export async function probeRelations(db: pg.ClientBase, oracle: Oracle, tally: Tally): Promise<void> {
  for (const [name, spec] of Object.entries(oracle.proofs.relations)) await probeRelation(db, oracle, name, spec, tally)
}
