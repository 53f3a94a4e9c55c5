import type { ChartColors } from '../chart-colors.ts'
import { numberText, tooltip, wrapName } from './parts.ts'

export interface Slice {
  name: string
  value: number
  color?: string
}

const maxSlices = 6

/** More slices than can be told apart become one, 其他; nothing is left out of the whole. */
export function toSlices(all: readonly Slice[]): Slice[] {
  const sorted = all.filter((slice) => slice.value > 0).toSorted((a, b) => b.value - a.value)
  if (sorted.length <= maxSlices) return sorted
  const rest = sorted.slice(maxSlices - 1)
  return [...sorted.slice(0, maxSlices - 1), { name: '其他', value: rest.reduce((sum, { value }) => sum + value, 0) }]
}

/** A ring whose slices say their name, number and share themselves: no legend to look up. */
export function pieOption(all: readonly Slice[], colors: ChartColors) {
  const slices = toSlices(all)
  return {
    tooltip: tooltip('item', colors),
    series: [
      {
        type: 'pie' as const,
        radius: ['34%', '58%'],
        // Short lines to the words: on a phone the words need the room.
        labelLine: { length: 8, length2: 6 },
        cursor: 'pointer',
        itemStyle: { borderColor: colors.surface, borderWidth: 2 },
        label: {
          color: colors.text,
          overflow: 'none' as const,
          formatter: ({ name, value, percent }: { name: string; value: number; percent: number }) =>
            `${wrapName(name, 8)}\n${numberText(value)}（${Math.round(percent)}%）`,
        },
        data: slices.map(({ name, value, color }, index) => ({
          name,
          value,
          itemStyle: { color: color ?? colors.series[index % colors.series.length] },
        })),
      },
    ],
  }
}
