/** What every flow has beside its own moves, and payloads that satisfy any field. */
import type { Flow, Move } from './types.ts'

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

/** A payload that satisfies every field an action could require. */
export function payloadFor(flow: Flow, action: string, toOrg: string): Record<string, unknown> {
  return {
    to_org_id: toOrg,
    note: '理由说明',
    public_text: '给您的答复',
    receivers: [toOrg],
    ...flow.payload,
    ...(flow.grounds ? { ground: flow.grounds[action] ?? flow.grounds[''] } : {}),
    // 督办 without a date takes the rule's.
    ...(action === 'supervise' ? {} : { due_on: '2099-01-05' }),
  }
}

/** Every state that a flow knows. */
export const statesOf = (flow: Flow) => new Set([...Object.keys(flow.moves), ...Object.keys(flow.system), ...flow.closed])

/** Moves of the system that no walk takes: those of the press run out by themselves. */
export const unwalkedOf = (flow: Flow) => ['lapse_supervision', ...(flow.unwalked ?? [])]
