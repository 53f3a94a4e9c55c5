/** What each attacker may not see, as words by which an answer gives itself away: from the proofs' rules, not the policies. */
import type pg from 'pg'
import { storageObjects } from '../modules/core/relations.ts'
import type { Proofs } from '../proof/modules.ts'
import { Oracle } from '../proof/oracle.ts'
import type { RelationSpec } from '../proof/types.ts'
import { readWorld } from '../proof/world.ts'
import { claimsOf } from './attackers.ts'
import type { Attacker } from './types.ts'

const WORD = /§[0-9a-f]{12}|[A-Za-z0-9][A-Za-z0-9_.@-]{7,}/g
const isDate = (word: string) => /^\d{4}-\d\d(-\d\d)?/.test(word) && !/^[0-9a-f]{8}-/.test(word)

/** Words that name one row: ids, numbers of cases, addresses, signs of the stage. Not dates, and not words of the code. */
export function telling(text: string): string[] {
  const found: string[] = []
  for (const [word] of text.matchAll(WORD)) {
    if (word.startsWith('§') || word.includes('@') || (/\d/.test(word) && /[A-Za-z]/.test(word) && !isDate(word))) found.push(word)
  }
  return found
}

interface Row {
  /** What the specs ask for: the key and their facts. */
  facts: Record<string, string>
  /** The id, where it is a UUID. */
  id: string | null
  words: Record<'anon' | 'authenticated', string[]>
}

interface Known {
  spec: RelationSpec
  rows: Row[]
}

/** Columns that a role may read. */
async function grantedColumns(db: pg.ClientBase): Promise<Map<string, Set<string>>> {
  const { rows } = await db.query<{ relation: string; role: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as relation, r.role, array_agg(a.attname::text) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped,
       unnest(array['anon', 'authenticated']) as r (role)
     where n.nspname in ('public', 'storage') and c.relkind in ('r', 'v', 'p') and has_column_privilege(r.role, c.oid, a.attnum, 'select') group by 1, 2`,
  )
  return new Map(rows.map(({ relation, role, columns }) => [`${relation} ${role}`, new Set(columns)]))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export class Model {
  readonly oracle: Oracle
  /** Every telling word of every row of the database. */
  private readonly all = new Set<string>()
  private readonly known = new Map<string, Known>()
  private readonly hiddenOf = new Map<string, Set<string>>()
  private readonly seenOf = new Map<string, Row[]>()

  private constructor(oracle: Oracle) {
    this.oracle = oracle
  }

  static async read(db: pg.ClientBase, proofs: Proofs): Promise<Model> {
    const model = new Model(new Oracle(await readWorld(db, proofs), proofs))
    const granted = await grantedColumns(db)
    for (const [name, spec] of Object.entries({ ...proofs.relations, 'storage.objects': storageObjects }))
      await model.readRelation(db, name, spec, granted)
    await model.readRest(db)
    // Names of columns stand in every row as in every answer: words of the code.
    const { rows } = await db.query<{ name: string }>('select distinct attname as name from pg_attribute where attnum > 0')
    for (const { name } of rows) model.all.delete(name)
    return model
  }

  private async readRelation(db: pg.ClientBase, name: string, spec: RelationSpec, granted: Map<string, Set<string>>): Promise<void> {
    const { rows } = await db.query<Record<string, string> & { whole_row: Record<string, unknown> }>(
      `select ${spec.key} as key${spec.facts ? `, ${spec.facts}` : ''}, to_jsonb(${name.split('.')[1]}) as whole_row from ${name}`,
    )
    const known = rows.map(({ whole_row: whole, ...facts }): Row => {
      const wordsFor = (role: string) =>
        telling(JSON.stringify(Object.entries(whole).flatMap(([column, value]) => (granted.get(`${name} ${role}`)?.has(column) ? [value] : []))))
      for (const word of telling(JSON.stringify(whole))) this.all.add(word)
      const id = typeof whole.id === 'string' && UUID.test(whole.id) ? whole.id : null
      return { facts: facts as Record<string, string>, id, words: { anon: wordsFor('anon'), authenticated: wordsFor('authenticated') } }
    })
    this.known.set(name, { spec, rows: known })
  }

  /** Tables that nobody reads: whatever they hold is secret unless it stands elsewhere too. */
  private async readRest(db: pg.ClientBase): Promise<void> {
    const { rows } = await db.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where (n.nspname = 'private' or (n.nspname, c.relname) in (('auth', 'users'), ('auth', 'sessions'))) and c.relkind = 'r'`,
    )
    for (const { name } of rows) {
      const { rows: texts } = await db.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} as t`)
      for (const { row } of texts) for (const word of telling(row)) this.all.add(word)
    }
  }

  private seenRows(attacker: Attacker, name: string): Row[] {
    const label = `${attacker.key} ${name}`
    const before = this.seenOf.get(label)
    if (before) return before
    const { spec, rows } = this.known.get(name) ?? { spec: undefined, rows: [] }
    const found = spec?.readers.includes(attacker.role) ? rows.filter((row) => spec.sees(this.oracle, attacker, row.facts)) : []
    this.seenOf.set(label, found)
    return found
  }

  /** How many rows of a relation the attacker may see. */
  seen = (attacker: Attacker, name: string): number => this.seenRows(attacker, name).length

  /** Whether there is anything in a relation that the attacker may not see. */
  hides = (attacker: Attacker, name: string): boolean => this.seen(attacker, name) < (this.known.get(name)?.rows.length ?? 0)

  isReader = (attacker: Attacker, name: string): boolean => this.known.get(name)?.spec.readers.includes(attacker.role) ?? false

  /** Words that no answer to the attacker may hold. */
  hidden(attacker: Attacker): Set<string> {
    const before = this.hiddenOf.get(attacker.key)
    if (before) return before
    const hidden = new Set(this.all)
    for (const name of this.known.keys())
      for (const row of this.seenRows(attacker, name))
        for (const word of row.words[attacker.role === 'anon' ? 'anon' : 'authenticated']) hidden.delete(word)
    for (const own of [attacker.sub, attacker.person?.email, this.oracle.myOrg(attacker), ...Object.values(claimsOf(attacker))])
      hidden.delete(String(own))
    this.hiddenOf.set(attacker.key, hidden)
    return hidden
  }

  /** Ids of rows that the attacker may not see, by relation. */
  foreign(attacker: Attacker): [relation: string, ids: string[]][] {
    const hidden = this.hidden(attacker)
    return [...this.known].flatMap(([name, { rows }]) => {
      const ids = rows.flatMap(({ id }) => (id && hidden.has(id) ? [id] : []))
      return ids.length > 0 ? [[name, ids] as [string, string[]]] : []
    })
  }
}
