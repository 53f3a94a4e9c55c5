/** What the citizen may know of their cases: state, body and why, term, answers, timeline. */
import { readJson } from '../_shared/body.ts'
import { citizenMacs, citizenSchema, takeAddressQuota } from '../_shared/citizen.ts'
import { fromDatabase } from '../_shared/errors.ts'
import type { Handler } from '../_shared/serve.ts'

export const lookUpComplaint: Handler = async (request, context) => {
  await takeAddressQuota(context)
  const macs = await citizenMacs(context, await readJson(request, citizenSchema))
  const { data, error } = await context.service.rpc('look_up_complaint', macs)
  if (error) throw fromDatabase(error)
  return {
    cases: data.map((one) => ({
      caseNo: one.case_no,
      caseType: one.case_type,
      title: one.title,
      state: one.state,
      stateLabel: one.state_label,
      isOpen: one.is_open,
      orgName: one.org_name,
      orgReason: one.org_reason,
      termLabel: one.term_label,
      dueAt: one.due_at,
      dueIsProvisional: one.due_is_provisional,
      filedAt: one.filed_at,
      answers: one.answers,
      timeline: one.timeline,
      materialRequest: one.material_request,
      canSupply: one.can_supply,
      canWithdraw: one.can_withdraw,
      canRate: one.can_rate,
      rating: one.rating,
      filing: one.filing,
      papers: one.papers,
    })),
  }
}
