/** Numbers that look like chance and are the same for the same name, on every machine: no clock and no dice. */

export interface Random {
  /** From 0 up to, and without, 1. */
  next(): number
  below(limit: number): number
  between(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
}

/** FNV-1a: a number for a name. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Mulberry32; `turn` gives each row its own, so that rows can be made in any order and in parts. */
export function randomOf(seed: number, turn = 0): Random {
  let state = (seed ^ Math.imul(turn + 1, 0x9e3779b1)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
  }
}

/** Draws by weight: the same answer for the same number from 0 to 1. */
export function weighted<T>(list: readonly T[], weightOf: (one: T) => number): (at: number) => T {
  const ends: number[] = []
  let total = 0
  for (const one of list) ends.push((total += weightOf(one)))
  return (at) => {
    const mark = at * total
    let low = 0
    let high = list.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) > mark) high = middle
      else low = middle + 1
    }
    return list[low] as T
  }
}
