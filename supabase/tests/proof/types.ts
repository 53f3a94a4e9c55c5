/** What one module tells the proof of itself: everything that matrix, walks, mutants and workload need, in its own folder. */
import type pg from 'pg'
import type { PositionKey, Role } from '../people.ts'
import type { Proofs } from './modules.ts'
import type { Oracle } from './oracle.ts'
import type { Item, Principal, World } from './world.ts'

export type ApiRole = Principal['role']
export type Scope = 'own_org' | 'line_subtree' | 'region_subtree'
export type Rights = Record<string, Partial<Record<Role, Scope>>>

export interface Call {
  sql: string
  /** Expected answer of a caller who may execute the function: 'ok', an SQLSTATE, or a value after 'ok:'. */
  expect: (oracle: Oracle, principal: Principal) => string
}

/** What the matrix knows of an RPC. */
export interface FunctionSpec {
  callers: ApiRole[]
  calls: (world: World, proofs: Proofs) => Call[]
}

/** Who sees which row of a relation. */
export interface RelationSpec {
  /** Expression over the row that names it, readable by whoever may read the row. */
  key: string
  /** Extra expressions the oracle needs, read as the owner. */
  facts?: string
  /** Only some columns are granted. */
  isPartlyGranted?: true
  /** API roles that hold `select`; everybody else is refused by privilege, not by an empty answer. */
  readers: ApiRole[]
  sees: (oracle: Oracle, principal: Principal, row: Record<string, string>) => boolean
}

export type Side = 'holder' | 'sender' | 'owner'

export interface Move {
  /** Where it leads; the state itself when it stays. */
  to: string
  permission: string
  side?: Side
  /** Only the 承办人 (or who appoints one), once there is one; whoever takes it first becomes it. */
  own?: boolean
  /** Who must agree. */
  approval?: string
  passes?: 'on' | 'back'
  /** How often the term may be extended by it. */
  times?: number
}

export interface Place {
  regionCode: number
  lineCode: string
}

/** A flow written a second time, from the rules of the field and not from the database's tables. */
export interface Flow {
  kind: string
  /** The module's rows, which follow the items. */
  table: string
  /** Prefix of the module's permissions: x.read, x.handle, x.assign. */
  module: string
  /** State → action → what it does; every officer's move. */
  moves: Record<string, Record<string, Move>>
  /** State → action → state, taken by the system or by a citizen. */
  system: Record<string, Record<string, string>>
  /** The system's moves that need more than an empty payload: known, but not walked. */
  unwalked?: string[]
  closed: string[]
  /** Press: who presses, in which states, and who answers there. */
  press: { permission: string; states: Record<string, string> }
  /** States in which a 承办人 can be named. */
  handled: string[]
  /** Permission of 批示, where the flow has it. */
  instruct?: string
  /** Every open item has a term. */
  isTimed?: boolean
  /** Values that a field of a move wants beside what every move gets; see `payloadFor`. */
  payload?: Record<string, unknown>
  /** Code of the ground that an action names, by action. */
  grounds?: Record<string, string>
  /** To whom a move that passes on may pass; left out: as `mayPass` says. */
  reach?: (from: Place, to: Place) => boolean
  /** Whether one more hand-over or return is still within the flow's limits. */
  mayGoOn?: (counts: { hops: number; returns: number; isOwners: boolean }, action: string) => boolean
  /** Moves that make no sense where the item is, and are not offered: sending up from the top, returning to oneself. */
  isSenseless?: (at: Place, owner: Place, action: string) => boolean
  /** Opens one as an officer of the county's market bureau; returns the item. */
  start: (walk: Walk) => Promise<string>
}

/** What a flow may use to open an item of its own. */
export interface Walk {
  db: pg.ClientBase
  orgOf: (position: PositionKey) => string
  /** The newest item that the condition on work_items finds. */
  newest: (where: string) => Promise<string>
  call: (who: string, sql: string, params?: unknown[]) => Promise<void>
  act: (itemId: string, who: string, action: string, payload: object) => Promise<void>
  agree: (itemId: string, who: string) => Promise<void>
}

/** Which probes could see a mutant. */
export type MutantScope = 'relation' | 'writes' | 'function' | 'coverage' | 'topics' | 'storage' | 'all'

/** Takes a check out of a function: `from` is replaced by `to`, and the target must turn red. */
export type Check = [signature: string, from: string, to: string, scope: MutantScope, target?: string]

export interface ScreenValues {
  /** The body of who opens the screen. */
  own: string
  officer: string
  item: string
  /** The record of that item. */
  record: string
}

export interface ModuleProof {
  /** The folder here and under web/features. */
  id: string
  title: string
  /** First two digits of its migrations' numbers; a module points only to lower ones. */
  band: string
  /** Of its tables and permissions. */
  prefixes: string[]
  /** The flow of the tests is a module like any other, but no part of the product. */
  isTestOnly?: true
  rights: Rights
  /** Of these, the ones that only a session with two factors gives. */
  secondFactor?: string[]
  relations: Record<string, RelationSpec>
  functions: Record<string, FunctionSpec>
  /** Private functions that policies, views and RPCs call with the caller's rights. */
  privateCallers?: Partial<Record<ApiRole, string[]>>
  flows: Flow[]
  /** Rows that its specs need, by name: `world.facts.complaint_cases`. */
  facts?: Record<string, string>
  /** Kind of record with attachments → its table, and the permissions that read and add them. */
  attachmentKinds?: Record<string, { table: string; read: string; write: string }>
  /** Its migration, where it is not among those of the product. */
  migration?: URL
  /** Rows at several bodies: an isolation test over an empty table proves nothing. */
  fixture?: (db: pg.ClientBase) => Promise<void>
  /** Every check in its functions, taken out in turn. */
  checks: Check[]
  /** Definer functions that check nothing of the caller, and why that is right. */
  unchecked?: Record<string, string>
  /** The queries of its screens, by who opens them: an index that nothing here can use is one too many. */
  screens?: Record<string, (values: ScreenValues) => string[]>
  /** What runs by itself. */
  jobs?: string[]
  /** Some tens of thousands of rows, for the planner to care. */
  fill?: (adminUrl: string) => Promise<void>
  /** What it writes, for the indexes that only writing asks. */
  write?: (db: pg.ClientBase) => Promise<void>
}

export const quote = (value: string) => `'${value.replaceAll("'", "''")}'`
export const officers: ApiRole[] = ['authenticated']
export const edge: ApiRole[] = ['service_role']
export const anybody: ApiRole[] = ['anon', 'authenticated']
export const nobody = '00000000-0000-4000-8000-000000000000'

/** For functions of the edge alone: whoever may execute them gets some answer; nobody else may. */
export const edgeOnly = (sql: string): FunctionSpec => ({ callers: edge, calls: () => [{ sql, expect: () => 'any' }] })

/** Read by everybody who holds the table at all. */
export const fact = (key: string, readers: readonly ApiRole[] = ['anon', 'authenticated']): RelationSpec => ({
  key,
  readers: [...readers],
  sees: () => true,
})

/** Rows that hang on a work item. */
export const withItem = (key: string, itemColumn = 'item_id'): RelationSpec => ({
  key,
  facts: `${itemColumn}::text as item`,
  readers: officers,
  sees: (oracle, principal, row) => oracle.seesItem(principal, row.item ?? ''),
})

/** Rows of a body, read by whoever holds the permission there. */
export const withOrg = (permission: string, key = 'id::text'): RelationSpec => ({
  key,
  facts: 'org_id::text as org',
  readers: officers,
  sees: (oracle, principal, row) => oracle.can(principal, permission, row.org ?? ''),
})

/** Rows of a body, and of whoever was lent the work item. */
export const withOrgOrGrant = (permission: string, key = 'id::text'): RelationSpec => ({
  key,
  facts: 'org_id::text as org, item_id::text as item',
  readers: officers,
  sees: (oracle, principal, row) => oracle.can(principal, permission, row.org ?? '') || oracle.isGranted(principal, 'work', row.item ?? ''),
})

export type { Item, Oracle, Principal, World }
