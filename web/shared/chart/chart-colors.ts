export interface ChartColors {
  /** For series that mean nothing in particular, told apart without hue as well: each has its own lightness. */
  series: readonly string[]
  closed: string
  open: string
  late: string
  text: string
  line: string
  surface: string
}

/** The palette of app/styles/tokens.css for drawings, read once it applies. */
export function chartColors(): ChartColors {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const closed = read('--teal-600')
  const late = read('--seal-600')
  return {
    series: [closed, late, '#c79a3a', '#7fa9a6', '#5b6fa3', '#8f6b8e', '#8b9c9c'],
    closed,
    open: '#7fa9a6',
    late,
    text: read('--ink-700'),
    line: read('--line'),
    surface: read('--surface') || '#fff',
  }
}
