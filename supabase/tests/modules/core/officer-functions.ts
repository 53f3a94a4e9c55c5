/** Accounts, roles and changes of administrators: who may invite, grant, ask and decide, and where. */
import type pg from 'pg'
import { uuidOf } from '../../../seed/uuid-of.ts'
import { people, personOf, places, type Person } from '../../people.ts'
import { orgId } from '../../proof/kit.ts'
import { isActive, permitsAt } from '../../proof/rights.ts'
import { officers, quote, type Call, type Check, type FunctionSpec, type Oracle, type Principal, type World } from '../../proof/types.ts'

const reason = '矩阵探测：按规定调整人员'
const isAdministrator = (person: Person | undefined) => person?.role?.endsWith('_admin') ?? false
const byId = new Map(people.map((person) => [person.id, person]))
const norole = personOf('norole.county-market')

/** What waits for a second person: a system administrator to be taken the role, and the audit administrator to be disabled. */
const asks = [
  {
    id: uuidOf('ask one'),
    target: 'system_admin.county-coordination',
    change: 'revoke',
    role: 'system_admin',
    by: 'security_admin.province-coordination',
  },
  { id: uuidOf('ask two'), target: 'audit_admin.county-coordination', change: 'disable', role: null, by: 'system_admin.province-coordination' },
].map((ask) => ({ ...ask, target: personOf(ask.target), by: personOf(ask.by) }))

export async function fillOfficers(db: pg.ClientBase): Promise<void> {
  for (const { id, target, change, role, by } of asks)
    await db.query(
      `insert into private.officer_change_asks (id, officer_id, org_id, change, role_code, reason, duty, asked_by) values ($1, $2, $3, $4, $5, $6, private.duty_of($7), $7)`,
      [id, target.id, await orgId(db, target.regionCode, target.lineCode), change, role, reason, by.id],
    )
  // A code that is not the one that is tried.
  await db.query(`insert into private.officer_recovery_codes (officer_id, code_hash) values ($1, 'x')`, [personOf('factored.county-market').id])
  await db.query(
    `insert into public.work_notifications (org_id, officer_id, code, body) select f.org_id, f.id, 'officer_waits', '矩阵' from public.officers as f where f.id = any ($1)`,
    [['handler.county-market', 'disabled.county-market'].map((key) => personOf(key).id)],
  )
}

const orgOf = (world: World, person: Person) =>
  [...world.orgs].find(([, place]) => place.regionCode === person.regionCode && place.lineCode === person.lineCode)?.[0] ?? ''

const inviting = (oracle: Oracle, principal: Principal, org: string) => (oracle.can(principal, 'officer.invite', org) ? 'ok' : 'PT404')

const decided = (world: World, ask: (typeof asks)[number]) => (oracle: Oracle, principal: Principal) => {
  if (!oracle.can(principal, 'officer.confirm', orgOf(world, ask.target))) return 'PT404'
  const role = principal.person?.role
  if (role === ask.by.role || principal.sub === ask.target.id) return 'PT403'
  return ask.target.role === 'audit_admin' && role !== 'audit_admin' ? 'PT403' : 'ok'
}

const toNobody = (world: World, role: string, otherwise: string): Call => ({
  sql: `select public.grant_role(${quote(norole.id)}, ${quote(role)})`,
  expect: (oracle, principal) => (oracle.can(principal, 'officer.grant', orgOf(world, norole)) ? otherwise : 'PT404'),
})

export const officerFunctions: Record<string, FunctionSpec> = {
  invite_officers: {
    callers: officers,
    calls: (world) =>
      [...world.orgs.keys()]
        .filter((_, i) => i % 97 === 0)
        .map((org) => ({
          sql: `select r.outcome || coalesce(r.field, '') from public.invite_officers(
            (select jsonb_build_array(jsonb_build_object('name', '新人', 'email', 'x@test.local', 'org', o.name)) from public.orgs as o where o.id = ${quote(org)}), false) as r`,
          expect: (oracle, principal) => {
            if (!oracle.canAtOwn(principal, 'officer.invite')) return 'PT404'
            return oracle.can(principal, 'officer.invite', org) ? 'ok:invited' : 'ok:refusedorg'
          },
        })),
  },
  invite_officer: {
    callers: officers,
    calls: (world) =>
      [...world.orgs.keys()]
        .filter((_, i) => i % 97 === 0)
        .map((org) => ({
          sql: `select id from public.invite_officer('x@test.local', '新人', ${quote(org)}, '{system_admin}')`,
          expect: (oracle, principal) => inviting(oracle, principal, org),
        })),
  },
  ...Object.fromEntries(
    ['withdraw_invitation', 'resend_invitation'].map((name): [string, FunctionSpec] => [
      name,
      {
        callers: officers,
        calls: (world) =>
          world.invitations.map((invitation) => ({
            sql: `select public.${name}(${quote(invitation.id)})`,
            expect: (oracle, principal) => inviting(oracle, principal, invitation.org_id),
          })),
      },
    ]),
  ),
  open_invitations: {
    callers: officers,
    calls: (world) => [
      {
        sql: `select count(*) from public.open_invitations()`,
        expect: (oracle, principal) =>
          `ok:${Math.min(100, world.invitations.filter(({ org_id: org }) => oracle.can(principal, 'officer.invite', org)).length)}`,
      },
    ],
  },
  waiting_officers: {
    callers: officers,
    calls: (world) => [
      {
        // One without any role, and two whose roles have ended.
        sql: `select count(*) from public.waiting_officers()`,
        expect: (oracle, principal) => `ok:${oracle.can(principal, 'officer.grant', orgOf(world, norole)) ? 3 : 0}`,
      },
    ],
  },
  my_grantors: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) from public.my_grantors()`,
        expect: (oracle, principal) => {
          const place = oracle.world.orgs.get(oracle.myOrg(principal) ?? '')
          const reaching = people.filter(
            (one) => place && one.id !== principal.sub && isActive(one) && permitsAt(oracle.proofs.rights, one, 'officer.grant', place),
          )
          return `ok:${Math.min(5, reaching.length)}`
        },
      },
    ],
  },
  grant_role: {
    callers: officers,
    calls: (world) => [
      ...roleCalls(world, (id) => `select public.grant_role(${quote(id)}, 'reviewer')`),
      toNobody(world, 'audit_admin', 'PT409'),
      // Has a permission that nobody may hand out, though who grants uses it: see the trial's `withhold`.
      toNobody(world, 'line_supervisor', 'PT403'),
    ],
  },
  revoke_role: { callers: officers, calls: (world) => roleCalls(world, (id) => `select public.revoke_role(${quote(id)}, 'reviewer')`) },
  set_officer_active: {
    callers: officers,
    calls: (world) =>
      world.officers.map((officer) => ({
        sql: `select public.set_officer_active(${quote(officer.id)}, true)`,
        expect: (oracle, principal) => {
          if (!oracle.can(principal, 'officer.invite', officer.org_id)) return 'PT404'
          if (principal.sub === officer.id) return 'PT403'
          return isAdministrator(byId.get(officer.id)) ? 'PT409' : 'ok'
        },
      })),
  },
  ask_officer_change: {
    callers: officers,
    calls: (world) => [
      ...world.officers
        .filter((officer) => isAdministrator(byId.get(officer.id)) && !asks.some(({ target }) => target.id === officer.id))
        .map((officer): Call => ({
          sql: `select public.ask_officer_change(${quote(officer.id)}, 'disable', ${quote(reason)}) is not null`,
          expect: (oracle, principal) => {
            if (!oracle.can(principal, 'officer.invite', officer.org_id)) return 'PT404'
            if (principal.sub === officer.id) return 'PT403'
            // The one at the top is the last of its duty there.
            return byId.get(officer.id)?.regionCode === places.province ? 'PT409' : 'ok:true'
          },
        })),
      {
        sql: `select public.ask_officer_change(${quote(norole.id)}, 'grant', ${quote(reason)}, 'audit_admin') is not null`,
        expect: (oracle, principal) => (oracle.can(principal, 'officer.grant', orgOf(world, norole)) ? 'ok:true' : 'PT404'),
      },
    ],
  },
  decide_officer_change: {
    callers: officers,
    calls: (world) => asks.map((ask) => ({ sql: `select public.decide_officer_change(${quote(ask.id)}, true)`, expect: decided(world, ask) })),
  },
  withdraw_officer_change: {
    callers: officers,
    calls: () =>
      asks.map((ask) => ({
        sql: `select public.withdraw_officer_change(${quote(ask.id)})`,
        expect: (_oracle, principal) => (principal.sub === ask.by.id ? 'ok' : 'PT404'),
      })),
  },
  officer_changes: {
    callers: officers,
    calls: (world) => [
      {
        sql: `select count(*) from public.officer_changes(true)`,
        expect: (oracle, principal) => `ok:${asks.filter(({ target }) => oracle.can(principal, 'officer.confirm', orgOf(world, target))).length}`,
      },
      {
        sql: `select count(*) from public.officer_changes(true) where blocked is null`,
        expect: (oracle, principal) => `ok:${asks.filter((ask) => decided(world, ask)(oracle, principal) === 'ok').length}`,
      },
    ],
  },
}

function roleCalls(world: World, sql: (id: string) => string): Call[] {
  // Business people only: a duty that excludes "reviewer" has its own test.
  return world.officers
    .filter((_, i) => i % 5 === 0)
    .map((officer) => ({
      sql: sql(officer.id),
      expect: (oracle, principal) =>
        !oracle.can(principal, 'officer.grant', officer.org_id) ? 'PT404' : principal.sub === officer.id ? 'PT403' : 'ok or PT409',
    }))
}

const bar = 'private.officer_change_bar(private.officer_change_asks)'
export const officerChecks: Check[] = [
  ['private.grantable_org_ids(text)', 'where h.can_grant', 'where true', 'function', 'grant_role'],
  ['private.assert_can_grant(text,uuid)', 'if missing is not null', 'if false', 'function', 'grant_role'],
  ['private.set_officer_active(uuid,boolean)', 'if p_officer_id = (select private.my_id())', 'if false', 'function', 'set_officer_active'],
  [
    'private.set_officer_active(uuid,boolean)',
    'if private.duty_of(p_officer_id)',
    'if false and private.duty_of(p_officer_id)',
    'function',
    'set_officer_active',
  ],
  ['private.grant_role(uuid,text,boolean,timestamptz)', 'if p_officer_id = (select private.my_id())', 'if false', 'function', 'grant_role'],
  ['private.grant_role(uuid,text,boolean,timestamptz)', 'if (select r.duty', 'if false and (select r.duty', 'function', 'grant_role'],
  [
    'private.ask_officer_change(uuid,text,text,text,timestamptz)',
    'if p_officer_id = (select private.my_id())',
    'if false',
    'function',
    'ask_officer_change',
  ],
  [
    'private.ask_officer_change(uuid,text,text,text,timestamptz)',
    "if p_change in ('revoke', 'disable')",
    "if false and p_change in ('revoke', 'disable')",
    'function',
    'ask_officer_change',
  ],
  [bar, 'elsif p_ask.officer_id = me', 'elsif false', 'function', 'decide_officer_change'],
  [bar, 'elsif private.duty_of(me) = p_ask.duty', 'elsif false', 'function', 'decide_officer_change'],
  [bar, "elsif private.duty_of(me) <> 'audit' and", 'elsif false and', 'function', 'decide_officer_change'],
  ['private.withdraw_officer_change(uuid)', 'and a.asked_by = (select private.my_id())', '', 'function', 'withdraw_officer_change'],
]
