import { regionRange } from '../region-range.ts'

/** From a place down to one inside it, both included: a code is that of the place above with zeros. */
export function placesAbove(region: number, root: number): number[] {
  const { from, to } = regionRange(root)
  if (region < from || region > to) return [region]
  const steps = [10_000_000, 100_000, 1_000, 1].map((size) => Math.floor(region / size) * size)
  return [...new Set([root, ...steps.filter((code) => code > root)])]
}
