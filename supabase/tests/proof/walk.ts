/** What the rules say to a step of a random walk, without asking the database: see work.walk.test.ts. */
import { personOf, positions, type PositionKey } from '../people.ts'
import { movesOf } from './flows.ts'
import { mayPass, permits } from './rights.ts'
import type { Flow, Rights } from './types.ts'

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

function isPassable(flow: Flow, facts: Facts, { actor, toOrg }: Step): boolean {
  const there = place(toOrg)
  return there !== undefined && toOrg !== facts.org && (flow.reach ?? mayPass)(personOf(actor), there)
}

function isBlocked(rights: Rights, flow: Flow, facts: Facts, step: Step): boolean {
  const { action, actor } = step
  const may = (permission: string) => facts.org !== undefined && permits(rights, personOf(actor), permission, facts.org)
  const move = movesOf(flow, facts.state)[action]
  const [at, owner] = [facts.org && place(facts.org), facts.owner && place(facts.owner)]
  if (at && owner && flow.isSenseless?.(at, owner, action)) return true
  if (move?.own && facts.handler && !worksFor(actor, facts.handler) && !may(`${flow.module}.assign`)) return true
  if (move?.approval && facts.asked) return true
  const isOwn = positionOf(actor) === facts.org
  if (action === 'urge' || action === 'supervise') return isOwn
  if (action === 'release_supervision') return isOwn || !facts.isSupervised
  if (action === 'answer_supervision') return !facts.owesSupervision
  if (action === 'take') return facts.handler !== null || !may(`${flow.module}.handle`) || !isOwn
  return move?.times !== undefined && facts.extensions >= move.times
}

/** Reads the item: nobody acts on what they cannot see, whatever else they may. */
const reads = (rights: Rights, flow: Flow, facts: Facts, actor: string) =>
  [facts.org, facts.sender, facts.owner].some((org) => org !== undefined && permits(rights, personOf(actor), `${flow.module}.read`, org))

export function verdictOf(rights: Rights, flow: Flow, facts: Facts, step: Step): Verdict {
  const no = { isAllowed: false, isAsked: false, state: facts.state }
  const move = movesOf(flow, facts.state)[step.action]
  const at = move && { holder: facts.org, sender: facts.sender, owner: facts.owner }[move.side ?? 'holder']
  if (
    !move ||
    !at ||
    !reads(rights, flow, facts, step.actor) ||
    !permits(rights, personOf(step.actor), move.permission, at) ||
    isBlocked(rights, flow, facts, step)
  )
    return no
  if (move.passes === 'on' && !isPassable(flow, facts, step)) return no
  const counts = { hops: facts.hops, returns: facts.returns, isOwners: facts.owner === facts.org }
  if (move.passes && flow.mayGoOn && !flow.mayGoOn(counts, step.action)) return no
  if (move.approval) return { isAllowed: true, isAsked: true, state: facts.state }
  return { isAllowed: true, isAsked: false, state: move.to }
}

/** Whether somebody may agree to what was asked, and where it leads. */
export function decisionOf(rights: Rights, flow: Flow, facts: Facts, actor: string): Verdict {
  const { asked } = facts
  const may =
    asked !== null &&
    facts.org !== undefined &&
    reads(rights, flow, facts, actor) &&
    actor !== asked.by &&
    permits(rights, personOf(actor), asked.permission, facts.org)
  return { isAllowed: may, isAsked: false, state: may ? (movesOf(flow, facts.state)[asked.action]?.to ?? facts.state) : facts.state }
}
