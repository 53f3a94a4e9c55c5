/**
 * Who takes the steps of the demo: officers sign in and act by work_act and work_decide, citizens by their own
 * function, the clock as the sweep does. Where no demo account works, the same engine acts in the name of the body.
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type pg from 'pg'
import type { Database } from '../../../functions/_shared/contract/database.types.ts'
import type { Step } from './courses.ts'
import type { Demo } from '../../modules.ts'
import { uuidOf } from '../../uuid-of.ts'

/** What a citizen holds after filing. */
export interface Receipt {
  code: string
  phoneTail: string
  caseNos: string[]
  isAnonymous: boolean
}

export interface Item {
  id: string
  kind: 'complaint' | 'tip'
  state: string
  version: number
  seq: number
  org_id: string
  handler_id: string | null
  desk_id: string
  region_code: number
  created_at: Date
  approval_id: string | null
}

export interface Officer {
  id: string
  org_id: string
  roles: string[]
  code: number
  range_end: number
  client: SupabaseClient<Database>
}

type Payload = Record<string, unknown>

const roleOf = { handler: 'handler', reviewer: 'reviewer', lead: 'lead', coordinator: 'coordinator', supervisor: 'line_supervisor', leader: 'leader' }
/** Invented names for bodies without accounts; the two who agree with each other never bear the same. */
const names = ['李明', '张敏', '刘洋', '陈静', '黄涛', '许雯', '何伟', '马兰']
const nameIn = (orgId: string, place: number) => names[(Number.parseInt(orgId.slice(0, 2), 16) + place) % names.length] as string

export async function signInOfficers({ db, url, publishableKey, password }: Demo): Promise<Officer[]> {
  const { rows } = await db.query<Omit<Officer, 'client'> & { email: string }>(
    `select f.id, u.email, f.org_id, array_agg(g.role_code) as roles, r.code, r.range_end
     from auth.users as u join public.officers as f on f.id = u.id join public.officer_role_grants as g on g.officer_id = f.id
     join public.orgs as o on o.id = f.org_id join public.regions as r on r.code = o.region_code
     where u.email like '%@demo.local' and g.role_code = any ($1) group by f.id, u.email, r.code order by r.range_end - r.code, u.email`,
    [Object.values(roleOf)],
  )
  return Promise.all(
    rows.map(async ({ email, ...officer }) => {
      const client = createClient<Database>(url, publishableKey, { auth: { persistSession: false, autoRefreshToken: false } })
      const { error } = await client.auth.signInWithPassword({ email, password })
      if (error) throw new Error(`sign-in of ${email}: ${error.message}`)
      return { ...officer, client }
    }),
  )
}

export async function readItem(db: pg.ClientBase, caseNo: string): Promise<Item> {
  const { rows } = await db.query<Item>(
    `select i.id, i.kind, i.state, i.version, i.seq, i.org_id, i.handler_id, i.region_code, i.created_at, private.coordinator_of(i.region_code) as desk_id,
       (select a.id from public.work_approvals as a where a.item_id = i.id and a.outcome is null) as approval_id
     from public.work_items as i where i.no = $1`,
    [caseNo],
  )
  return rows[0] as Item
}

export async function orgOfLine(db: pg.ClientBase, deskId: string, line: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `select o.id from public.orgs as o join public.orgs as desk on desk.region_code = o.region_code where desk.id = $1 and o.line_code = $2`,
    [deskId, line],
  )
  return rows[0]?.id ?? null
}

export class Actors {
  readonly #demo: Demo
  readonly #officers: Officer[]
  /** What was asked where nobody can sign in to ask. */
  readonly #asked = new Map<string, Step>()
  readonly #turns = new Map<string, number>()

  constructor(demo: Demo, officers: Officer[]) {
    this.#demo = demo
    this.#officers = officers
  }

  /** Takes a step; the item is as it was before. */
  async take(receipt: Receipt, caseNo: string, item: Item, step: Step): Promise<void> {
    if (step.by === 'citizen') return this.#citizen(receipt, caseNo, step)
    if (step.by === 'clock') return this.#clock(item, step)
    const officer = this.#find(item, step.by)
    const payload = await this.#payload(item, step, officer)
    if (!officer) return this.#inNameOf(item, step, payload)
    const { error } =
      step.action === 'grant' || step.action === 'refuse_approval'
        ? await officer.client.rpc('work_decide', {
            p_approval_id: item.approval_id ?? '',
            p_is_granted: step.action === 'grant',
            p_reason: String(payload.reason ?? ''),
          })
        : await officer.client.rpc('work_act', {
            p_item_id: item.id,
            p_action: step.action,
            p_payload: payload as Step['payload'],
            p_expected_version: item.version,
            p_key: uuidOf(`${caseNo}:${item.seq}`),
          })
    if (error) throw new Error(`demo ${caseNo} ${step.action}: ${error.message} ${error.hint ?? ''}`)
  }

  #find(item: Item, by: keyof typeof roleOf): Officer | undefined {
    const role = roleOf[by]
    if (by === 'leader' || by === 'supervisor')
      return this.#officers.find((one) => one.roles.includes(role) && one.code <= item.region_code && item.region_code <= one.range_end)
    const orgId = by === 'coordinator' ? item.desk_id : item.org_id
    const there = this.#officers.filter((one) => one.roles.includes(role) && one.org_id === orgId)
    const own = there.find((one) => one.id === item.handler_id)
    if (by !== 'handler' || own) return own ?? there[0]
    // Colleagues take new cases in turn.
    const turn = this.#turns.get(orgId) ?? 0
    this.#turns.set(orgId, turn + 1)
    return there[turn % there.length]
  }

  async #payload(item: Item, { action, payload: { to_line, due_in, ...payload } }: Step, officer: Officer | undefined): Promise<Payload> {
    if (to_line) return { ...payload, to_org_id: await orgOfLine(this.#demo.db, item.desk_id, String(to_line)) }
    if (due_in) {
      // No day before today is taken; the day that was meant is put with the other dates.
      const { rows } = await this.#demo.db.query<{ today: string }>('select private.local_day(now())::text as today')
      return { ...payload, due_on: rows[0]?.today }
    }
    if (action !== 'assign' || !officer) return payload
    const other = this.#officers.find((one) => one.org_id === item.org_id && one.roles.includes('handler') && one.id !== item.handler_id)
    return { ...payload, officer_id: other?.id }
  }

  async #citizen({ code, phoneTail }: Receipt, caseNo: string, { action, payload }: Step): Promise<void> {
    const { url, publishableKey } = this.#demo
    const body = new FormData()
    body.set('act', JSON.stringify({ code, phoneTail, caseNo, act: { action, ...payload } }))
    const response = await fetch(`${url}/functions/v1/act-on-complaint`, { method: 'POST', headers: { apikey: publishableKey }, body })
    if (!response.ok) throw new Error(`demo ${caseNo} ${action}: ${response.status} ${await response.text()}`)
  }

  async #clock(item: Item, { action }: Step): Promise<void> {
    await this.#demo.db.query(`select (private.work_system_act($1, $2, '{}', 'system:sweep', '系统')).id`, [item.id, action])
  }

  async #inNameOf(item: Item, step: Step, payload: Payload): Promise<void> {
    const { db } = this.#demo
    // There nobody is named 承办人, so nobody can be appointed.
    if (step.action === 'assign' || step.action === 'refuse_approval') return
    const asked = this.#asked.get(item.id)
    if (step.action === 'grant' && !asked) return
    const move = step.action === 'grant' ? (asked as Step) : step
    const { rows } = await db.query<{ approval: string | null }>(
      `select approval from private.work_transitions where kind = $1 and from_state = $2 and action = $3`,
      [item.kind, item.state, move.action],
    )
    if (rows[0]?.approval && move === step) {
      this.#asked.set(item.id, step)
      return
    }
    this.#asked.delete(item.id)
    const orgId = step.by === 'coordinator' || step.by === 'supervisor' ? item.desk_id : item.org_id
    await db.query('begin')
    await db.query(`select private.act_as('system:seed')`)
    await db.query(
      `select (private.work_apply(i, t, $3, $4, $5, $6)).id from public.work_items as i
       join private.work_transitions as t on t.kind = i.kind and t.from_state = i.state and t.action = $2 where i.id = $1`,
      [
        item.id,
        move.action,
        move === step ? payload : move.payload,
        nameIn(orgId, move === step ? 0 : 1),
        orgId,
        move === step ? '' : nameIn(orgId, 0),
      ],
    )
    await db.query('commit')
  }
}
