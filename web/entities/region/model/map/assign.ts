/**
 * Each row gets a column of its own so that the sum of the costs is least (the Hungarian method, by potentials). There are
 * at least as many columns as rows; of equal solutions always the same one.
 */
export function assign(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length
  const columns = costs[0]?.length ?? 0
  const at = (list: readonly number[], index: number) => list[index] ?? 0
  const rowPotential = Array.from({ length: rows + 1 }, () => 0)
  const columnPotential = Array.from({ length: columns + 1 }, () => 0)
  /** Row (from 1) that holds a column; column 0 stands for the row that is looking for one. */
  const heldBy = Array.from({ length: columns + 1 }, () => 0)
  const cameFrom = Array.from({ length: columns + 1 }, () => 0)
  for (let row = 1; row <= rows; row += 1) {
    heldBy[0] = row
    let column = 0
    const least = Array.from({ length: columns + 1 }, () => Infinity)
    const isDone = Array.from({ length: columns + 1 }, () => false)
    do {
      isDone[column] = true
      const holder = at(heldBy, column)
      let delta = Infinity
      let next = 0
      for (let j = 1; j <= columns; j += 1) {
        if (isDone[j]) continue
        const reduced = (costs[holder - 1]?.[j - 1] ?? 0) - at(rowPotential, holder) - at(columnPotential, j)
        if (reduced < at(least, j)) {
          least[j] = reduced
          cameFrom[j] = column
        }
        if (at(least, j) < delta) {
          delta = at(least, j)
          next = j
        }
      }
      for (let j = 0; j <= columns; j += 1) {
        if (isDone[j]) {
          rowPotential[at(heldBy, j)] = at(rowPotential, at(heldBy, j)) + delta
          columnPotential[j] = at(columnPotential, j) - delta
        } else least[j] = at(least, j) - delta
      }
      column = next
    } while (heldBy[column] !== 0)
    while (column !== 0) {
      const before = at(cameFrom, column)
      heldBy[column] = at(heldBy, before)
      column = before
    }
  }
  const found = Array.from({ length: rows }, () => -1)
  for (let j = 1; j <= columns; j += 1) if (at(heldBy, j) > 0) found[at(heldBy, j) - 1] = j - 1
  return found
}
