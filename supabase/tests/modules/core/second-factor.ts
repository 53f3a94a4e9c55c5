/** Sessions and second factors: who may do what with their own, and with those of others. */
import { personOf, passwordSession } from '../../people.ts'
import { officers, quote, type Check, type FunctionSpec } from '../../proof/types.ts'
import { isActive } from '../../proof/rights.ts'

const factored = personOf('factored.county-market').id
/** Of two colleagues, of somebody at another body, and of who resets what others lost. */
const looked = ['handler.county-market', 'second.county-market', 'handler.sibling-market', 'system_admin.county-coordination'].map(
  (key) => personOf(key).id,
)

export const secondFactorFunctions: Record<string, FunctionSpec> = {
  my_session: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) from public.my_session()`,
        expect: (oracle, principal) => `ok:${oracle.myOrg(principal) || principal.key.startsWith('owes:') ? 1 : 0}`,
      },
      {
        sql: `select coalesce(bool_or(owes_second_factor and permissions = '{}'), false) from public.my_session()`,
        expect: (_oracle, principal) => `ok:${principal.key.startsWith('owes:')}`,
      },
      // What is withheld is not there at the same time.
      { sql: `select coalesce(bool_or(permissions && withheld), false) from public.my_session()`, expect: () => 'ok:false' },
      {
        sql: `select coalesce(bool_or('site.admin' = any (permissions)), false) from public.my_session()`,
        expect: (oracle, principal) => `ok:${oracle.canAtOwn(principal, 'site.admin')}`,
      },
      {
        sql: `select coalesce(array_length(withheld, 1), 0) > 0 from public.my_session()`,
        expect: (_oracle, { key, person }) =>
          person && isActive(person) ? `ok:${key.startsWith('password:')}` : key.startsWith('owes:') ? 'ok:true' : 'ok',
      },
    ],
  },
  my_sessions: {
    callers: officers,
    // Both sessions of the fixture.
    calls: () => [{ sql: `select count(*) from public.my_sessions()`, expect: (_oracle, { person }) => `ok:${person ? 2 : 0}` }],
  },
  end_session: {
    callers: officers,
    calls: () =>
      looked.map((id) => ({
        sql: `select public.end_session(${quote(passwordSession(id))})`,
        expect: (_oracle, { person, sub }) => (person && sub === id ? 'ok' : 'PT404'),
      })),
  },
  my_security: {
    callers: officers,
    calls: () => [
      {
        sql: `select coalesce((select second_factor_since is not null from public.my_security()), false)`,
        expect: (_oracle, { person, sub }) => `ok:${person !== null && sub === factored}`,
      },
    ],
  },
  new_recovery_codes: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) from public.new_recovery_codes()`,
        expect: (oracle, principal) => (oracle.myOrg(principal) && !principal.key.startsWith('password:') ? 'ok:10' : 'PT403'),
      },
    ],
  },
  use_recovery_code: {
    callers: officers,
    calls: () => [
      {
        sql: `select public.use_recovery_code('AAAA-AAAA-AAAA')`,
        expect: (_oracle, { key }) => (key.startsWith('owes:') ? 'ok:officer.recovery_code_wrong' : 'PT409'),
      },
    ],
  },
  officers_with_second_factor: {
    callers: officers,
    calls: (world) => [
      {
        sql: `select count(*) from public.officers_with_second_factor(array[${[factored, ...looked].map(quote).join(', ')}]::uuid[])`,
        expect: (oracle, principal) => {
          const org = world.officers.find((officer) => officer.id === factored)?.org_id ?? ''
          return `ok:${oracle.can(principal, 'officer.invite', org) ? 1 : 0}`
        },
      },
    ],
  },
  reset_second_factor: {
    callers: officers,
    calls: (world) =>
      world.officers
        .filter((officer) => officer.id === factored || looked.includes(officer.id) || officer.id.endsWith('0'))
        .map((officer) => ({
          sql: `select public.reset_second_factor(${quote(officer.id)})`,
          expect: (oracle, principal) =>
            !oracle.can(principal, 'officer.invite', officer.org_id)
              ? 'PT404'
              : principal.sub === officer.id
                ? 'PT403'
                : officer.id === factored
                  ? 'ok'
                  : 'PT409',
        })),
  },
}

export const secondFactorChecks: Check[] = [
  ['private.my_id()', `and (s.aal = 'aal2' or not exists`, 'and (true or not exists', 'function', 'my_sessions'],
  ['private.my_id()', `s.id = (auth.jwt() ->> 'session_id')::uuid and`, '', 'function', 'my_sessions'],
  ['private.my_account()', `s.id = (auth.jwt() ->> 'session_id')::uuid and`, '', 'function', 'my_session'],
  ['private.held_permissions(uuid, text)', `or private.my_level() = 'aal2'`, 'or true', 'function', 'my_session'],
  ['private.new_recovery_codes()', `or private.my_level() <> 'aal2'`, '', 'function', 'new_recovery_codes'],
  ['private.end_session(uuid)', 'and s.user_id = private.my_id()', '', 'function', 'end_session'],
  ['private.use_recovery_code(text)', 'and c.code_hash = private.code_digest(p_code)', 'or true', 'function', 'use_recovery_code'],
  ['private.use_recovery_code(text)', 'or not private.owes_second_factor()', '', 'function', 'use_recovery_code'],
  ['private.record_export(text,text,int)', 'if private.my_org_id() is null', 'if false', 'function', 'record_export'],
  [
    'private.officers_with_second_factor(uuid[])',
    `and f.org_id in (select private.permitted_org_ids('officer.invite'))`,
    '',
    'function',
    'officers_with_second_factor',
  ],
  ['private.reset_second_factor(uuid)', 'if p_officer_id = (select private.my_id())', 'if false', 'function', 'reset_second_factor'],
]
