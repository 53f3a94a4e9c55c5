/** The flow of the tests: what the proof must know of it. It uses what no module on screen uses yet. */
import { officers, quote, withOrg, withOrgOrGrant, type ModuleProof } from '../../proof/types.ts'
import { fillTrial } from './fixture.ts'
import { trialFlows } from './flow.ts'

export const proof: ModuleProof = {
  id: 'trial',
  title: '试验通知',
  band: '99',
  prefixes: ['trial'],
  isTestOnly: true,
  // Read by other people than the complaint: neither leaders nor supervisors of a line. Leaders may agree and press
  // without being able to read: nothing comes of it.
  rights: {
    'trial.read': { handler: 'own_org', reviewer: 'own_org', lead: 'own_org', coordinator: 'region_subtree' },
    'trial.handle': { handler: 'own_org', lead: 'own_org' },
    'trial.approve': { reviewer: 'own_org', lead: 'own_org', leader: 'region_subtree' },
    'trial.assign': { lead: 'own_org' },
    'trial.withhold': { line_supervisor: 'own_org', security_admin: 'region_subtree' },
    'trial.supervise': { coordinator: 'region_subtree', leader: 'region_subtree' },
  },
  relations: { 'public.trial_notices': withOrg('trial.read'), 'public.trial_parts': withOrgOrGrant('trial.read') },
  functions: {
    trial_open: {
      callers: officers,
      calls: () => [
        {
          sql: `select public.trial_open('通知', '正文')`,
          expect: (oracle, principal) => (oracle.canAtOwn(principal, 'trial.handle') ? 'ok' : 'PT404'),
        },
      ],
    },
    trial_read_facts: {
      callers: officers,
      calls: (world) =>
        (world.facts.trial_parts ?? []).map((one) => ({
          sql: `select public.trial_read_facts(${quote(one.id ?? '')})`,
          expect: (oracle, principal) => (oracle.isGranted(principal, 'trial', one.id ?? '', 'facts') ? 'ok' : 'PT404'),
        })),
    },
  },
  privateCallers: { authenticated: ['trial_open', 'trial_read_facts'] },
  flows: trialFlows,
  facts: { trial_parts: 'select id from public.trial_parts order by id' },
  migration: new URL('./trial.sql', import.meta.url),
  fixture: fillTrial,
  checks: [],
}
