/**
 * The flows of 投诉 and 举报 written a second time, from the rules of the field and not from the database's table:
 * the random walks hold one against the other.
 */
export type CaseType = 'complaint' | 'tip'

export const closedStates = ['refused', 'answered', 'withdrawn', 'not_filed']

type Moves = Record<string, Record<string, string>>

const press = (state: string) => ({ urge: state, supervise: state })

export const officerMoves: Record<CaseType, Moves> = {
  complaint: {
    awaiting_dispatch: { dispatch: 'awaiting_receipt' },
    awaiting_receipt: { receive: 'awaiting_decision', give_back: 'awaiting_dispatch', hand_over: 'awaiting_receipt', ...press('awaiting_receipt') },
    awaiting_decision: {
      accept: 'mediating',
      refuse: 'refused',
      request_material: 'awaiting_material',
      hand_over: 'awaiting_receipt',
      give_back: 'awaiting_dispatch',
      ...press('awaiting_decision'),
    },
    awaiting_material: { accept: 'mediating', refuse: 'refused', ...press('awaiting_material') },
    mediating: { conclude: 'concluded', suspend: 'suspended', ...press('mediating') },
    suspended: { resume: 'mediating', ...press('suspended') },
    concluded: { answer: 'answered', ...press('concluded') },
  },
  tip: {
    awaiting_dispatch: { dispatch: 'awaiting_receipt' },
    awaiting_receipt: { receive: 'verifying', give_back: 'awaiting_dispatch', hand_over: 'awaiting_receipt', ...press('awaiting_receipt') },
    verifying: {
      file_case: 'investigating',
      not_file: 'not_filed',
      request_material: 'awaiting_material',
      extend: 'verifying',
      hand_over: 'awaiting_receipt',
      give_back: 'awaiting_dispatch',
      ...press('verifying'),
    },
    awaiting_material: { continue: 'verifying', ...press('awaiting_material') },
    investigating: { notify: 'investigating', answer: 'answered', ...press('investigating') },
  },
}

export const citizenMoves: Record<CaseType, Moves> = {
  complaint: { awaiting_material: { supply_material: 'awaiting_decision' } },
  tip: { awaiting_material: { supply_material: 'verifying' } },
}

export const allActions = [
  'dispatch',
  'receive',
  'give_back',
  'hand_over',
  'accept',
  'refuse',
  'request_material',
  'conclude',
  'suspend',
  'resume',
  'answer',
  'file_case',
  'not_file',
  'extend',
  'continue',
  'notify',
  'urge',
  'supervise',
  'supply_material',
  'withdraw',
]

/** Who may take an action: permission over the body that holds the item. */
export function permissionOf(action: string): string {
  if (action === 'dispatch') return 'complaint.dispatch'
  if (action === 'urge' || action === 'supervise') return 'complaint.supervise'
  return action === 'extend' ? 'complaint.approve' : 'complaint.handle'
}

/** A payload that satisfies every field an action could require. */
export function payloadFor(caseType: CaseType, action: string, toOrg: string): Record<string, string> {
  const ground = action === 'give_back' ? 'other_line' : action === 'not_file' ? 'no_breach' : 'not_consumer'
  return { to_org_id: toOrg, note: '理由说明', public_text: '给您的答复', ground, outcome: caseType === 'tip' ? 'corrected' : 'agreed' }
}
