/** What lies at the region itself and not in a child: 340100000 (市) covers 340100000–340100999. */
export function ownRange(code: number): { from: number; to: number } {
  for (const [size, child] of [
    [10_000_000, 100_000],
    [100_000, 1_000],
  ] as const)
    if (code % size === 0) return { from: code, to: code + child - 1 }
  return { from: code, to: code }
}

/** A subtree is one integer range: 340100000 (市) covers 340100000–340199999. */
export function regionRange(code: number): { from: number; to: number } {
  for (const size of [10_000_000, 100_000, 1_000]) if (code % size === 0) return { from: code, to: code + size - 1 }
  return { from: code, to: code }
}
