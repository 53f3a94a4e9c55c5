import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useState } from 'react'
import { echarts } from './echarts.ts'

interface ChartProps {
  option: object
  height: number
  /** Said by a screen reader; the numbers stand in the table beside the chart. */
  label: string
}

/** Asked for stillness, a chart stands at once. */
const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

export function Chart({ option, height, label }: ChartProps) {
  const [isFinished, setFinished] = useState(false)
  return (
    <div role="img" aria-label={label} data-finished={isFinished}>
      <ReactEChartsCore
        echarts={echarts}
        option={{ ...option, animation: !isStill() }}
        notMerge
        lazyUpdate
        opts={{ renderer: 'svg' }}
        style={{ height, width: '100%' }}
        onEvents={{ finished: () => setFinished(true) }}
      />
    </div>
  )
}
