/** What the rules say to a step of a random walk, without asking the database: see work.walk.test.ts. */
import { movesOf, type Flow } from './flow-model.ts'
import { personOf, positions, type PositionKey } from './people.ts'
import { mayPass, permits } from './scope-oracle.ts'

export interface Facts {
  state: string
  org: PositionKey | undefined
  sender: PositionKey | undefined
  owner: PositionKey | undefined
  handler: string | null
  version: number
  hops: number
  returns: number
  extensions: number
  isSupervised: boolean
  owesSupervision: boolean
  asked: { action: string; by: string; permission: string } | null
}

export interface Step {
  action: string
  actor: string
  toOrg: PositionKey
}

const place = (key: PositionKey) => positions.find((one) => one.key === key)
const positionOf = (who: string) => personOf(who).position

/** Deputies of the fixture. */
const deputies: Record<string, string> = { 'handler.county-market': 'lead.county-market', 'lead.sibling-market': 'handler.sibling-market' }
const worksFor = (actor: string, officer: string) => actor === officer || deputies[officer] === actor

export interface Verdict {
  isAllowed: boolean
  /** Not done but asked for. */
  isAsked: boolean
  state: string
}

function isPassable(flow: Flow, facts: Facts, { action, actor, toOrg }: Step): boolean {
  const there = place(toOrg)
  if (!there || toOrg === facts.org) return false
  if (flow.module === 'trial') return there.lineCode === personOf(actor).lineCode
  return mayPass(personOf(actor), there) && !(action === 'hand_over' && facts.hops + 1 > 4)
}

function isBlocked(flow: Flow, facts: Facts, step: Step): boolean {
  const { action, actor } = step
  const move = movesOf(flow, facts.state)[action]
  if (move?.own && facts.handler && !worksFor(actor, facts.handler) && !(facts.org && permits(personOf(actor), `${flow.module}.assign`, facts.org)))
    return true
  if (move?.approval && facts.asked) return true
  const isOwn = positionOf(actor) === facts.org
  if (action === 'urge' || action === 'supervise') return isOwn
  if (action === 'release_supervision') return isOwn || !facts.isSupervised
  if (action === 'answer_supervision') return !facts.owesSupervision
  if (action === 'extend') return facts.extensions >= (flow.kind === 'trial_part' ? 2 : 1)
  if (action === 'take') return facts.handler !== null || !permits(personOf(actor), `${flow.module}.handle`, facts.org as PositionKey) || !isOwn
  return false
}

export function verdictOf(flow: Flow, facts: Facts, step: Step): Verdict {
  const no = { isAllowed: false, isAsked: false, state: facts.state }
  const move = movesOf(flow, facts.state)[step.action]
  const at = move && { holder: facts.org, sender: facts.sender, owner: facts.owner }[move.side ?? 'holder']
  if (!move || !at || !permits(personOf(step.actor), move.permission, at) || isBlocked(flow, facts, step)) return no
  if (move.passes === 'on' && !isPassable(flow, facts, step)) return no
  if (move.passes === 'back' && flow.module === 'complaint' && facts.returns + 1 > 2) return no
  if (move.passes === 'back' && flow.module === 'trial' && facts.owner === facts.org) return no
  if (move.approval) return { isAllowed: true, isAsked: true, state: facts.state }
  return { isAllowed: true, isAsked: false, state: move.to }
}

/** Whether somebody may agree to what was asked, and where it leads. */
export function decisionOf(flow: Flow, facts: Facts, actor: string): Verdict {
  const { asked } = facts
  const may = asked !== null && facts.org !== undefined && actor !== asked.by && permits(personOf(actor), asked.permission, facts.org)
  return { isAllowed: may, isAsked: false, state: may ? (movesOf(flow, facts.state)[asked.action]?.to ?? facts.state) : facts.state }
}
