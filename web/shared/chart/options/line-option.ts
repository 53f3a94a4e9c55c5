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
  line: Series
  /** From the least to the most, or between two periods; what is unknown leaves a gap. */
  band: { name: string; low: readonly (number | null)[]; high: readonly (number | null)[] }
}

interface Hovered {
  dataIndex: number
  marker: string
}

/** A line in front of the range in which it is usually found. */
export function bandOption({ names, line, band }: BandInput, colors: ChartColors) {
  const { grid, legend, names: category, numbers } = frame(colors, { hasLegend: true })
  const edge = { type: 'line' as const, stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } }
  const low = band.low.map((value, index) => lower(value, band.high[index]))
  return {
    grid,
    legend: { ...legend, data: [line.name, band.name] },
    tooltip: {
      ...tooltip('axis', colors),
      // The two edges are drawn as a floor and a height; what is said are both ends.
      formatter: (hovered: readonly Hovered[]) => {
        const at = hovered[0]?.dataIndex ?? 0
        const ends = [lower(band.low[at], band.high[at]), upper(band.low[at], band.high[at])].map(numberText)
        return [
          escapeHtml(names[at] ?? ''),
          `${escapeHtml(line.name)} <b>${numberText(line.data[at])}</b>`,
          `${escapeHtml(band.name)} ${[...new Set(ends)].join(' – ')}`,
        ].join('<br>')
      },
    },
    xAxis: { ...category, boundaryGap: false, data: [...names] },
    yAxis: numbers,
    series: [
      { ...edge, name: 'floor', data: low },
      {
        ...edge,
        name: band.name,
        itemStyle: { color: colors.open },
        areaStyle: { color: colors.open, opacity: 0.3 },
        data: low.map((value, index) => {
          const top = upper(band.low[index], band.high[index])
          return value === null || top === null ? null : top - value
        }),
      },
      lineOf(line, 0, colors),
    ],
  }
}

type Maybe = number | null | undefined
const lower = (a: Maybe, b: Maybe) => (typeof a === 'number' && typeof b === 'number' ? Math.min(a, b) : null)
const upper = (a: Maybe, b: Maybe) => (typeof a === 'number' && typeof b === 'number' ? Math.max(a, b) : null)
