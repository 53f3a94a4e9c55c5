import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useState } from 'react'
import { echarts } from './echarts.ts'

export interface ChartProps {
  option: object
  height: number
  /** Said by a screen reader; the numbers stand in the table beside the chart. */
  label: string
  /** Of what was clicked: the place in its series and the name of the series. */
  onPick?: ((index: number, series: string) => void) | undefined
}

/** Asked for stillness, a chart stands at once. */
const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

interface Clicked {
  componentType?: string
  dataIndex?: number
  seriesName?: string
}

export function Chart({ option, height, label, onPick }: ChartProps) {
  const [isFinished, setFinished] = useState(false)
  const handleClick = ({ componentType, dataIndex, seriesName }: Clicked) => {
    if (componentType === 'series' && dataIndex !== undefined) onPick?.(dataIndex, seriesName ?? '')
  }
  return (
    <div role="img" aria-label={label} data-finished={isFinished}>
      <ReactEChartsCore
        echarts={echarts}
        option={{ ...option, animation: !isStill() }}
        notMerge
        lazyUpdate
        opts={{ renderer: 'svg' }}
        style={{ height, width: '100%' }}
        onEvents={{ finished: () => setFinished(true), click: handleClick }}
      />
    </div>
  )
}
