/** Who may see who filed a case, written a second time from the rules. */
import type { Check, FunctionSpec, Oracle, Principal, World } from '../../proof/types.ts'
import { officers, quote } from '../../proof/types.ts'
import { casesOf } from './functions.ts'

interface Ask {
  id: string
  case_id: string
  asked_by: string
  is_granted: boolean | null
}

const asksOf = (world: World) => (world.facts.complaint_reveal_asks ?? []) as unknown as Ask[]

function refusalOf(oracle: Oracle, principal: Principal, one: ReturnType<typeof casesOf>[number]): string {
  if (!oracle.can(principal, 'complaint.reveal', one.org_id)) return 'complaint.not_found'
  if (one.is_open) return one.handler_id && oracle.worksFor(principal, one.handler_id) ? '' : 'complaint.reveal_not_handler'
  return asksOf(oracle.world).some((ask) => ask.case_id === one.id && ask.asked_by === principal.sub && ask.is_granted)
    ? ''
    : 'complaint.reveal_closed'
}

export const revealFunctions: Record<string, FunctionSpec> = {
  reveal_reporter: {
    callers: officers,
    calls: (world) =>
      casesOf(world).map((one) => ({
        sql: `select refusal from public.reveal_reporter(${quote(one.id)}, '核实情况需要联系')`,
        // Whose session does not live is nobody, and nobody's refusal can be put on record.
        expect: (oracle, principal) =>
          principal.person === null && (principal.sub !== null || principal.claims) ? 'PT403' : `ok:${refusalOf(oracle, principal, one)}`,
      })),
  },
  ask_reveal: {
    callers: officers,
    calls: (world) =>
      casesOf(world).map((one) => ({
        sql: `select public.ask_reveal(${quote(one.id)}, '上级督查需要回访')`,
        expect: (oracle, principal) => (!oracle.can(principal, 'complaint.reveal', one.org_id) ? 'PT404' : one.is_open ? 'PT409' : 'ok'),
      })),
  },
  decide_reveal: {
    callers: officers,
    calls: (world) =>
      asksOf(world).map((ask) => ({
        sql: `select public.decide_reveal(${quote(ask.id)}, true)`,
        expect: (oracle, principal) => {
          const org = casesOf(world).find(({ id }) => id === ask.case_id)?.org_id ?? ''
          if (!oracle.can(principal, 'complaint.approve', org)) return 'PT404'
          if (ask.asked_by === principal.sub) return 'PT403'
          return ask.is_granted === null ? 'ok' : 'PT409'
        },
      })),
  },
  reveal_asks: {
    callers: officers,
    calls: (world) =>
      casesOf(world).map((one) => ({
        sql: `select count(*) from public.reveal_asks(${quote(one.id)})`,
        expect: (oracle, principal) => {
          const isSeen = ['complaint.reveal', 'complaint.approve'].some((right) => oracle.can(principal, right, one.org_id))
          return `ok:${isSeen ? asksOf(world).filter((ask) => ask.case_id === one.id).length : 0}`
        },
      })),
  },
  reveal_sheet: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) > 0 from public.reveal_sheet((now() at time zone 'Asia/Shanghai')::date)`,
        expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'audit.read')}`,
      },
    ],
  },
}

const refusal = 'private.complaint_reveal_refusal(public.complaint_cases)'

export const revealChecks: Check[] = [
  [refusal, `or not private.has_permission('complaint.reveal', p_case.org_id)`, '', 'function', 'reveal_reporter'],
  [refusal, `'complaint.reveal'`, `'complaint.read'`, 'function', 'reveal_reporter'],
  [
    refusal,
    'p_case.handler_id is null or p_case.handler_id not in (select h.id from private.my_handler_ids() as h (id))',
    'false',
    'function',
    'reveal_reporter',
  ],
  [refusal, 'and a.asked_by = (select private.my_id())', '', 'function', 'reveal_reporter'],
  [refusal, 'and a.is_granted', '', 'function', 'reveal_reporter'],
  ['private.ask_reveal(uuid,text)', `or not private.has_permission('complaint.reveal', found_case.org_id)`, '', 'function', 'ask_reveal'],
  [
    'private.decide_reveal(uuid,boolean,text)',
    `or not private.has_permission('complaint.approve', found_case.org_id)`,
    '',
    'function',
    'decide_reveal',
  ],
  ['private.decide_reveal(uuid,boolean,text)', 'asked.asked_by = (select private.my_id())', 'false', 'function', 'decide_reveal'],
  ['private.reveal_sheet(date)', `not private.has_site_right('audit.read')`, 'false', 'function', 'reveal_sheet'],
]
