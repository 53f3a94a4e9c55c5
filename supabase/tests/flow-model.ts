/**
 * Every flow written a second time, from the rules of the field and not from the database's tables: matrix and random
 * walks hold one against the other. A flow in the database that is not here fails the matrix.
 */
import { complaintFlows } from './flow-model-complaint.ts'
import { trialFlows } from './flow-model-trial.ts'

export type Side = 'holder' | 'sender' | 'owner'

export interface Move {
  /** Where it leads; the state itself when it stays. */
  to: string
  permission: string
  side?: Side
  /** Only the 承办人 (or who appoints one), once there is one; whoever takes it first becomes it. */
  own?: boolean
  /** Who must agree. */
  approval?: string
  passes?: 'on' | 'back'
}

export interface Flow {
  kind: string
  /** The module's rows, which follow the items. */
  table: string
  /** Opens one, as handler.county-market; left out where it takes more than a call. */
  start?: string
  /** Prefix of the module's permissions: x.read, x.handle, x.assign. */
  module: string
  /** State → action → what it does; every officer's move. */
  moves: Record<string, Record<string, Move>>
  /** State → action → state, taken by the system or by a citizen. */
  system: Record<string, Record<string, string>>
  closed: string[]
  /** Press: who presses, in which states, and who answers there. */
  press: { permission: string; states: Record<string, string> }
  /** States in which a 承办人 can be named. */
  handled: string[]
  instruct?: string
}

export const flows: Flow[] = [...complaintFlows, ...trialFlows]

export function flowOf(kind: string): Flow {
  const found = flows.find((flow) => flow.kind === kind)
  if (!found) throw new Error(`flow "${kind}" is not in flow-model.ts`)
  return found
}

/** All moves of a state, with those that every flow has: 催办, 督办, 指派, 批示. */
export function movesOf(flow: Flow, state: string): Record<string, Move> {
  const moves: Record<string, Move> = { ...flow.moves[state] }
  const answerer = flow.press.states[state]
  if (answerer) {
    for (const action of ['urge', 'supervise', 'release_supervision']) moves[action] = { to: state, permission: flow.press.permission }
    moves.answer_supervision = { to: state, permission: answerer }
  }
  if (flow.handled.includes(state)) {
    moves.assign = { to: state, permission: `${flow.module}.assign` }
    moves.take = { to: state, permission: `${flow.module}.handle` }
  }
  if (flow.instruct && (flow.moves[state] ?? flow.system[state]) && !flow.closed.includes(state))
    moves.instruct = { to: state, permission: flow.instruct }
  return moves
}

const grounds: Record<string, string> = { give_back: 'other_line', not_file: 'no_breach' }

/** A payload that satisfies every field an action could require. */
export function payloadFor(kind: string, action: string, toOrg: string): Record<string, unknown> {
  return {
    to_org_id: toOrg,
    note: '理由说明',
    public_text: '给您的答复',
    ground: grounds[action] ?? 'not_consumer',
    outcome: kind === 'tip' ? 'corrected' : 'agreed',
    receivers: [toOrg],
    // 督办 without a date takes the rule's.
    ...(action === 'supervise' ? {} : { due_on: '2099-01-05' }),
  }
}
