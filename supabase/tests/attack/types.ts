/** What the parts of the attack suite hand to each other. */
import type { Principal } from '../proof/world.ts'

export type Attacker = Principal

export interface Asked {
  method: string
  /** With the query, below the address of the API. */
  path: string
  headers?: Record<string, string>
  body?: string | undefined
}

export interface Answer {
  status: number
  text: string
  headers: Headers
}

export interface Try extends Asked {
  /** What it is about, in the words of a finding: `public.officers: embed`. */
  name: string
  attacker: Attacker
  /** Sent instead of the attacker's own token; null sends none. */
  token?: string | null
  /** Nothing at all may be written by it; left out: nothing that carries what the attacker may not see. */
  writesNothing?: true
  /** The matrix says that this very call must go well: what it tells and writes is the caller's due. */
  isEntitled?: true
  /** Words of the call of the matrix that it is made from, where that call must go well: to write them is the caller's due. */
  granted?: readonly string[]
  /** Text of a failure that is no way down: the auth service of Supabase has no other words for a refusal of ours. */
  bears?: RegExp
  /** What is wrong with the answer beyond what is wrong with any, if anything. */
  wrong?: (answer: Answer) => string | undefined
}

/** A row that was written, as the trigger of the stage noted it. */
export interface Change {
  try: string
  relation: string
  operation: string
  row: string
}

export interface Report {
  tries: number
  waysIn: number
  seconds: number
  /** Tries by kind of answer: a suite that only ever meets 404 has attacked nothing. */
  answers: Record<string, number>
  findings: string[]
}

/** A generator that gives the same numbers for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** So many of them, all when there are no more, in their own order. */
export function some<T>(all: readonly T[], count: number, roll: () => number): T[] {
  const chosen = new Set<number>()
  if (count >= all.length) return [...all]
  while (chosen.size < count) chosen.add(Math.floor(roll() * all.length))
  return all.filter((_, i) => chosen.has(i))
}
