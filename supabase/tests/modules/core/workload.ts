/** What a running system asks of the core's indexes: see ../../workload.ts. */
import { places } from '../../people.ts'
import type { ModuleProof } from '../../proof/types.ts'

export const coreJobs = [
  'select private.definition_chore()',
  'select private.work_sweep()',
  // By day, whenever it runs.
  `update public.sites set parameters = parameters || '{"quiet_from":"00:00","quiet_to":"00:00"}' where is_active; select private.release_messages()`,
  'select private.outbox_claim()',
  'select private.audit_seal()',
  'select private.housekeeping()',
  'select private.jobs_step()',
  'select private.fail_dead_exports()',
]

const inRegion = (from: number, size: number) => `region_code between ${from} and ${from + size}`
const inbox = (box: string) =>
  `select id, no, title, light, due_at from public.work_inbox where ${box} order by created_at desc nulls last, id limit 20`

export const coreScreens: ModuleProof['screens'] = {
  'handler.county-market': (v) => [
    inbox(`org_id = '${v.own}' and is_open`),
    inbox(`org_id = '${v.own}' and is_open and due_in in ('today', 'soon')`),
    inbox(`(org_id = '${v.own}' and not is_open) or (sender_org_id = '${v.own}' and org_id <> '${v.own}')`),
    inbox(`owner_org_id = '${v.own}' and org_id <> '${v.own}' and is_open`),
    inbox(`sender_org_id = '${v.own}'`),
    inbox(`is_handled_by_me and is_open`),
    inbox(`handler_id = '${v.officer}' and is_open`),
    inbox(`awaits_my_approval`),
    inbox(`is_supervised and is_open`),
    inbox(`is_followed`),
    `select id from public.my_notifications order by id desc limit 20`,
    `select id from public.jobs order by created_at desc limit 20`,
    `select id from public.work_events where item_id = '${v.item}' order by seq desc`,
    `select id from public.work_terms where item_id = '${v.item}' order by id`,
    `select id from public.papers where item_id = '${v.item}' order by issued_at, no`,
    `select id from public.work_approvals where item_id = '${v.item}' order by asked_at`,
    `select id from public.officer_absences where officer_id = '${v.officer}' order by ends_on`,
  ],
  'security_admin.province-coordination': (v) => [
    `select id from public.officer_invitations where org_id = '${v.own}' and used_at is null order by created_at desc limit 100`,
    `select * from public.waiting_officers()`,
    `select * from public.officer_changes(true)`,
    `select id from public.officers where org_id = '${v.own}' order by name limit 20`,
    `select code from public.regions where parent_code = ${places.city}`,
    `select id from public.orgs where line_code = 'market' and ${inRegion(places.city, 99_999)}`,
  ],
  'system_admin.province-coordination': () => [
    'select * from public.outbox_dead_letters()',
    'select * from public.open_invitations()',
    'select * from public.sent_messages()',
    'select * from public.message_figures()',
    `select id from public.deadline_rules order by key, effective_from`,
    `select id from public.definitions where kind = 'deadline_rule' and key = 'complaint.accept' order by version desc`,
    `select id from public.definitions where kind = 'code' and key like 'complaint.refuse\\_ground/%' order by version desc`,
    `select * from public.preview_deadline_rule('complaint.accept', '{"amount": 9}', current_date + 2)`,
  ],
  'audit_admin.province-coordination': () => [`select * from public.check_audit_seals('2020-01-01')`],
}
