import type { ChartColors } from '../chart-colors.ts'
import { colorOf, frame, tooltip, wrapName, type Series } from './parts.ts'

interface BarInput {
  names: readonly string[]
  series: readonly Series[]
  /** On top of each other: parts of one whole. */
  isStacked?: boolean
}

const nameLine = 8
const rowHeight = 26
const twoLines = 36

/** Room for every bar: a name of two lines needs more. */
export const barHeight = (names: readonly string[]) => {
  const isWrapped = names.some((name) => [...name].length > nameLine)
  return Math.max(160, names.length * (isWrapped ? twoLines : rowHeight) + 56)
}

/** Lying bars, the first name on top: names of places and bodies are long, and read from left to right. */
export function barOption({ names, series, isStacked = false }: BarInput, colors: ChartColors) {
  const { grid, legend, names: category, numbers } = frame(colors, { hasLegend: series.length > 1 })
  return {
    grid,
    ...(legend ? { legend } : {}),
    tooltip: { ...tooltip('axis', colors), axisPointer: { type: 'shadow' as const } },
    yAxis: {
      ...category,
      inverse: true,
      data: [...names],
      axisLabel: { ...category.axisLabel, hideOverlap: false, interval: 0, lineHeight: 14, formatter: (name: string) => wrapName(name, nameLine) },
    },
    xAxis: numbers,
    series: series.map((one, index) => ({
      name: one.name,
      type: 'bar' as const,
      ...(isStacked ? { stack: 'all' } : {}),
      barMaxWidth: 16,
      cursor: 'pointer',
      itemStyle: { color: colorOf(one, index, colors) },
      data: [...one.data],
    })),
  }
}

export const stackedOption = (input: Omit<BarInput, 'isStacked'>, colors: ChartColors) => barOption({ ...input, isStacked: true }, colors)
