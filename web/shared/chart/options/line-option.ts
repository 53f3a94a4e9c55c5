import type { ChartColors } from '../chart-colors.ts'
import { colorOf, escapeHtml, frame, numberText, tooltip, type Series } from './parts.ts'

interface LineInput {
  names: readonly string[]
  series: readonly Series[]
}

/** Lines over time. Each has its own dash as well as its own colour. */
export function lineOption({ names, series }: LineInput, colors: ChartColors) {
  const { grid, legend, names: category, numbers } = frame(colors, { hasLegend: series.length > 1 })
  return {
    grid,
    ...(legend ? { legend } : {}),
    tooltip: tooltip('axis', colors),
    xAxis: { ...category, boundaryGap: false, data: [...names] },
    yAxis: numbers,
    series: series.map((one, index) => lineOf(one, index, colors)),
  }
}

const dashes = ['solid', 'dashed', 'dotted'] as const

const lineOf = (one: Series, index: number, colors: ChartColors) => ({
  name: one.name,
  type: 'line' as const,
  symbolSize: 6,
  cursor: 'pointer',
  itemStyle: { color: colorOf(one, index, colors) },
  lineStyle: { color: colorOf(one, index, colors), width: 2, type: dashes[index % dashes.length] },
  data: [...one.data],
})

interface BandInput {
  names: readonly string[]
  lines: readonly Series[]
  /** From the least to the most; without a lower end from nothing, e.g. the period before. What is unknown leaves a gap. */
  band: { name: string; low?: readonly (number | null)[]; high: readonly (number | null)[] }
}

interface Hovered {
  dataIndex: number
}

/** Lines in front of where they are usually found, or of how it was before. */
export function bandOption({ names, lines, band: { name, low, high } }: BandInput, colors: ChartColors) {
  const { grid, legend, names: category, numbers } = frame(colors, { hasLegend: true })
  const edge = { type: 'line' as const, stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } }
  const ends = high.map((top, index) => endsOf(low ? low[index] : 0, top))
  return {
    grid,
    legend: { ...legend, data: [...lines.map((line) => line.name), name] },
    tooltip: {
      ...tooltip('axis', colors),
      // The two edges are drawn as a floor and a height; what is said are both ends.
      formatter: (hovered: readonly Hovered[]) => {
        const at = hovered[0]?.dataIndex ?? 0
        const range = ends[at]
        const said = low ? [...new Set(range)].map(numberText).join(' – ') : numberText(range?.[1])
        return [
          escapeHtml(names[at] ?? ''),
          ...lines.map((line) => `${escapeHtml(line.name)} <b>${numberText(line.data[at])}</b>`),
          `${escapeHtml(name)} ${said || '—'}`,
        ].join('<br>')
      },
    },
    xAxis: { ...category, boundaryGap: false, data: [...names] },
    yAxis: numbers,
    series: [
      { ...edge, name: 'floor', data: ends.map((range) => range?.[0] ?? null) },
      {
        ...edge,
        name,
        itemStyle: { color: colors.open },
        areaStyle: { color: colors.open, opacity: 0.3 },
        data: ends.map((range) => (range ? range[1] - range[0] : null)),
      },
      ...lines.map((line, index) => lineOf(line, index, colors)),
    ],
  }
}

const endsOf = (a: number | null | undefined, b: number | null): [number, number] | null =>
  typeof a === 'number' && b !== null ? [Math.min(a, b), Math.max(a, b)] : null
