/** Who may call every RPC, with which arguments, and what each caller must be answered. A missing RPC fails the run. */
import { anybody, edgeOnly, nobody, officers, quote, type FunctionSpec } from '../../proof/types.ts'
import { definitionFunctions } from './definitions.ts'
import { jobFunctions } from './jobs.ts'
import { officerFunctions } from './officer-functions.ts'
import { paperFunctions } from './papers.ts'
import { secondFactorFunctions } from './second-factor.ts'
import { viewFunctions } from './view-functions.ts'
import { workFunctions } from './work-functions.ts'

/** So many rows for who keeps the site, none for others. */
const countedFor = (name: string, rows: number): FunctionSpec => ({
  callers: officers,
  calls: () => [
    {
      sql: `select count(*) from public.${name}()`,
      expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'site.admin') ? rows : 0}`,
    },
  ],
})

/** One's own affair, for whoever has an active account. */
const ofOfficer = (sql: string, answer = 'ok'): FunctionSpec => ({
  callers: officers,
  calls: () => [{ sql, expect: (oracle, principal) => (oracle.myOrg(principal) ? answer : 'PT403') }],
})

/** Kept by the fixture. */
export const failedMessage = '00000000-0000-4000-8000-00000000fa11'

export const coreFunctions: Record<string, FunctionSpec> = {
  ...definitionFunctions,
  ...secondFactorFunctions,
  ...jobFunctions,
  record_export: {
    callers: officers,
    calls: () => [
      { sql: `select public.record_export('投诉举报', '全部', 7)`, expect: (oracle, principal) => (oracle.myOrg(principal) ? 'ok' : 'PT403') },
    ],
  },
  take_quota: edgeOnly(`select public.take_quota('file-complaint.phone', 'x')`),
  take_message: edgeOnly(`select * from public.take_message('${nobody}', 1, '${nobody}')`),
  settle_message: edgeOnly(`select public.settle_message('${nobody}', 1, '${nobody}')`),
  my_message_settings: {
    callers: officers,
    calls: () => [
      { sql: `select count(*) from public.my_message_settings()`, expect: (oracle, principal) => `ok:${oracle.myOrg(principal) ? 1 : 0}` },
    ],
  },
  ask_my_phone: ofOfficer(`select public.ask_my_phone('13812345678')`),
  // It answers false, and keeps count of it.
  confirm_my_phone: ofOfficer(`select public.confirm_my_phone('000000') = false`, 'ok:true'),
  drop_my_phone: ofOfficer(`select public.drop_my_phone()`),
  choose_my_messages: ofOfficer(`select public.choose_my_messages('{overdue:email}')`),
  message_templates: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) > 3 from public.message_templates()`,
        expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'site.admin')}`,
      },
    ],
  },
  sent_messages: {
    callers: officers,
    calls: () => [
      { sql: `select count(*) > 0 from public.sent_messages()`, expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'site.admin')}` },
    ],
  },
  message_figures: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) from public.message_figures(3)`,
        expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'site.admin') ? 3 : 0}`,
      },
    ],
  },
  retry_message: {
    callers: officers,
    calls: () => [
      {
        sql: `select public.retry_message('${failedMessage}')`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok' : 'PT404'),
      },
    ],
  },
  outbox_settle: edgeOnly(`select public.outbox_settle(1, '${nobody}')`),
  add_attachments: edgeOnly(`select * from public.add_attachments('no_such_kind', '{${nobody}}', '[]')`),
  term_end: { callers: anybody, calls: () => [{ sql: `select * from public.term_end('2026-11-02', 3)`, expect: () => 'ok' }] },
  mark_notifications_read: { callers: officers, calls: () => [{ sql: `select public.mark_notifications_read(now())`, expect: () => 'ok' }] },
  may_add_attachment: {
    callers: officers,
    calls: (world) =>
      world.owners.map((one) => ({
        sql: `select public.may_add_attachment(${quote(one.kind)}, ${quote(one.id)})`,
        expect: (oracle, principal) => `ok:${oracle.can(principal, one.write, one.org_id)}`,
      })),
  },
  ...workFunctions,
  ...viewFunctions,
  ...officerFunctions,
  ...paperFunctions,
  publish_work_calendar: {
    callers: officers,
    calls: () => [
      {
        sql: `select public.publish_work_calendar(2030, '国办通知', '[]')`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok' : 'PT404'),
      },
    ],
  },
  audit_entries: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) from public.audit_entries(p_limit => 5)`,
        expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'audit.read') ? 5 : 0}`,
      },
    ],
  },
  check_audit_seals: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) from public.check_audit_seals('2020-01-01')`,
        expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'audit.read') ? 1 : 0}`,
      },
    ],
  },
  site_modules: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) > 0 from public.site_modules()`,
        expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'site.admin')}`,
      },
    ],
  },
  switch_module: {
    callers: officers,
    calls: () => [
      {
        sql: `select public.switch_module('trial', false)`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok' : 'PT404'),
      },
    ],
  },
  system_status: countedFor('system_status', 1),
  system_jobs: countedFor('system_jobs', 8),
  sweep_failures: countedFor('sweep_failures', 1),
  outbox_dead_letters: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) from public.outbox_dead_letters()`,
        expect: (oracle, principal) => `ok:${oracle.canForSite(principal, 'site.admin') ? 1 : 0}`,
      },
    ],
  },
  outbox_redrive: {
    callers: officers,
    calls: (world) => [
      {
        sql: `select public.outbox_redrive(${world.deadLetter})`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok' : 'PT404'),
      },
    ],
  },
}
