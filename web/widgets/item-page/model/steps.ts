/** What the way of an item is drawn from: a state of its flow. */
interface FlowState {
  state: string
  label: string
  is_open: boolean
  is_side: boolean
}

interface Entered {
  to_state: string
  created_at: string
}

export interface Step {
  key: string
  label: string
  phase: 'passed' | 'current' | 'ended' | 'ahead'
  /** When it was first reached. */
  at: string | undefined
}

/**
 * The way of an item: what lies behind it, where it stands, what every item of the flow still goes through. A side way such
 * as waiting for material is on it only for an item that takes it; a closed item shows how it ended instead of what is left.
 */
export function stepsOf(states: readonly FlowState[], now: { state: string; is_open: boolean }, events: readonly Entered[]): Step[] {
  const reached = new Map<string, string>()
  // The latest event stands first.
  for (const { to_state: state, created_at: at } of events) reached.set(state, at)
  const place = states.findIndex(({ state }) => state === now.state)
  const current = states[place]
  if (!current) return []
  const step = ({ state, label }: FlowState, phase: Step['phase']): Step => ({
    key: state,
    label,
    phase,
    at: phase === 'ahead' ? undefined : reached.get(state),
  })
  const behind = (now.is_open ? states.slice(0, place) : states).filter((one) => one.is_open && one !== current && reached.has(one.state))
  const passed = behind.map((one) => step(one, 'passed'))
  if (!now.is_open) return [...passed, step(current, 'ended')]
  const ahead = states.slice(place + 1).filter((one) => one.is_open && !one.is_side)
  return [...passed, step(current, 'current'), ...ahead.map((one) => step(one, 'ahead')), { key: '', label: '办结', phase: 'ahead', at: undefined }]
}
