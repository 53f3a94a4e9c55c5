/** Steps of a colour from pale to deep, the first for the least that is more than nothing. */
export const tints = {
  teal: ['#dcebe9', '#abd0cb', '#6fa8a5', '#2f7b80', '#0b4d54'],
  seal: ['#fbe3dd', '#f2b9ae', '#dd8173', '#bb443a', '#86201a'],
} as const
export type Tint = keyof typeof tints

export interface Step {
  /** Both ends included. */
  from: number
  to: number
  color: string
}

/**
 * Steps with about as many of the values in each, so that one big city does not leave all others pale. Equal values are in
 * one step; fewer values than steps give fewer steps, from pale to deep all the same.
 */
export function stepsOf(values: readonly number[], tint: Tint): Step[] {
  const known = [...new Set(values.filter((value) => value > 0))].sort((a, b) => a - b)
  const colors = tints[tint]
  const count = Math.min(colors.length, known.length)
  return Array.from({ length: count }, (_, index) => {
    const chunk = known.slice(Math.floor((index * known.length) / count), Math.floor(((index + 1) * known.length) / count))
    const shade = count === 1 ? 2 : Math.round((index * (colors.length - 1)) / (count - 1))
    return { from: chunk[0] ?? 0, to: chunk.at(-1) ?? 0, color: colors[shade] ?? colors[0] }
  })
}

const nothing = '#f4f6f5'

/** Of nothing the colour of paper; of what lies between two steps the one below. */
export const colorIn = (steps: readonly Step[], value: number | null) =>
  value === null || value <= 0 ? nothing : (steps.findLast((step) => value >= step.from)?.color ?? nothing)

const channel = (value: number) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** As WCAG has it: of `#rrggbb`, between 0 and 1. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const ink = '#10262b'
const white = '#ffffff'

/** Dark or light, whichever is read better on it. */
export const inkOn = (color: string) => (contrast(ink, color) >= contrast(white, color) ? ink : white)
