export type Graph = ReadonlyMap<string, readonly string[]>

/** Groups of files that reach each other: each group is a circle, whatever way one walks it (Tarjan). */
export function cyclesOf(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (path: string) => {
    const index = order.size
    order.set(path, index)
    let low = index
    stack.push(path)
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low)
    }
    lowest.set(path, low)
    if (low < index) return
    const group = stack.splice(stack.indexOf(path))
    if (group.length > 1 || graph.get(path)?.includes(path)) found.push(group.sort())
  }
  for (const path of graph.keys()) if (!order.has(path)) visit(path)
  return found
}
