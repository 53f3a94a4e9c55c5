/** 投诉举报: what the proof must know of it. */
import type { ModuleProof } from '../../proof/types.ts'
import { fillComplaint } from './fixture.ts'
import { complaintFlows } from './flow.ts'
import { complaintFunctions } from './functions.ts'
import { complaintRelations } from './relations.ts'
import { revealChecks, revealFunctions } from './reveal.ts'
import { complaintScreens, fileAndRoute, fillCaseWork } from './workload.ts'

export const proof: ModuleProof = {
  id: 'complaint',
  title: '投诉举报',
  band: '14',
  prefixes: ['complaint'],
  rights: {
    'complaint.read': {
      handler: 'own_org',
      reviewer: 'own_org',
      lead: 'own_org',
      line_supervisor: 'line_subtree',
      coordinator: 'region_subtree',
      leader: 'region_subtree',
    },
    'complaint.handle': { handler: 'own_org', lead: 'own_org' },
    'complaint.approve': { reviewer: 'own_org', lead: 'own_org' },
    'complaint.assign': { lead: 'own_org' },
    'complaint.instruct': { leader: 'region_subtree' },
    'complaint.dispatch': { coordinator: 'region_subtree' },
    'complaint.supervise': { coordinator: 'region_subtree', line_supervisor: 'line_subtree', leader: 'region_subtree' },
    'complaint.reveal': { handler: 'own_org', lead: 'own_org' },
    'complaint.figures': { lead: 'own_org', line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
  },
  secondFactor: ['complaint.reveal'],
  relations: complaintRelations,
  functions: { ...complaintFunctions, ...revealFunctions },
  privateCallers: {
    anon: ['complaint_owner'],
    authenticated: ['ask_reveal', 'complaint_link_subject', 'complaint_owner', 'decide_reveal', 'reveal_asks', 'reveal_reporter', 'reveal_sheet'],
    service_role: [
      'ask_recovery',
      'open_recovery',
      'citizen_act',
      'complaint_apply_route',
      'complaint_owner',
      'complaint_paper',
      'complaint_route_candidates',
      'file_complaint',
      'look_up_complaint',
    ],
  },
  flows: complaintFlows,
  facts: {
    complaint_cases: 'select id, org_id, item_id, handler_id, is_open, subject_id, subject_name from public.complaint_cases order by case_no',
    complaint_reveal_asks: 'select id, case_id, asked_by, is_granted from private.complaint_reveal_asks order by asked_by',
  },
  attachmentKinds: { complaint_case: { table: 'public.complaint_cases', read: 'complaint.read', write: 'complaint.handle' } },
  fixture: fillComplaint,
  checks: [
    ...revealChecks,
    ['private.complaint_link_subject(uuid,uuid)', 'one.org_id is distinct from private.my_org_id()', 'false', 'function', 'complaint_link_subject'],
    [
      'private.complaint_link_subject(uuid,uuid)',
      `or not (private.has_permission('complaint.handle', one.org_id) or private.has_permission('complaint.dispatch', one.org_id))`,
      '',
      'function',
      'complaint_link_subject',
    ],
    [
      'public.complaint_figures(int,text,date,date,text)',
      `(select exists (select from private.permitted_org_ids('complaint.figures')))`,
      'true',
      'function',
      'complaint_figures',
    ],
  ],
  unchecked: { complaint_owner: 'who is responsible is public' },
  screens: complaintScreens,
  fill: fillCaseWork,
  write: fileAndRoute,
}
