/** A measured figure, next to the bare equivalent of the same run (or the target, where there is no bare equivalent). */

export interface Figure {
  bench: string
  case: string
  value: number
  unit: string
  floor: number
  ratio: number
}

/** Two places below ten, whole numbers above a thousand. */
const rounded = (value: number) => Number(value.toFixed(value < 10 ? 3 : value < 1000 ? 1 : 0))

export function figure(bench: string, name: string, value: number, unit: string, floor: number): Figure {
  return { bench, case: name, value: rounded(value), unit, floor: rounded(floor), ratio: Number((floor === 0 ? 0 : value / floor).toFixed(2)) }
}

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: number[]) => quantile(values, 0.5)

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const columns = ['case', 'value', 'unit', 'floor', 'ratio'] as const

export function table(figures: Figure[]): string {
  const rows = [['', ...columns], ...figures.map((one) => [one.bench, ...columns.map((column) => String(one[column]))])]
  const widths = columns.map((_column, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
