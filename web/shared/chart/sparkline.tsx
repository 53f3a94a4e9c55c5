interface SparklineProps {
  values: readonly (number | null)[]
  color?: string
}

const width = 96
const height = 22
const inset = 2

/** Points of a line drawn from 0 up, so that a small change does not look like a leap; what is unknown interrupts it. */
export function sparkPath(values: readonly (number | null)[]): string {
  const most = Math.max(...values.map((value) => value ?? 0), 0)
  if (values.length < 2 || most === 0) return ''
  const step = (width - 2 * inset) / (values.length - 1)
  let isDrawing = false
  return values
    .map((value, index) => {
      const command = isDrawing ? 'L' : 'M'
      isDrawing = value !== null
      if (value === null) return ''
      return `${command}${(inset + index * step).toFixed(1)} ${(height - inset - (value / most) * (height - 2 * inset)).toFixed(1)}`
    })
    .join('')
}

/** How it went, beside the number; what it says stands in words where the trend itself is drawn. */
export function Sparkline({ values, color = 'var(--teal-600)' }: SparklineProps) {
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path d={sparkPath(values)} fill="none" stroke={color} strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  )
}
