import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useMediaQuery } from '../hooks/use-media-query.ts'

interface FilterBarProps {
  children: ReactNode
  /** Shown only when something is set. */
  onReset?: (() => void) | undefined
}

export function FilterBar({ children, onReset }: FilterBarProps) {
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const bar = (
    <div className="filter-bar" role="search">
      {children}
      {onReset && (
        <Button type="link" size="small" onClick={onReset}>
          清除条件
        </Button>
      )}
    </div>
  )
  if (!isNarrow) return bar
  return (
    <details className="filter-fold">
      <summary>{onReset ? '筛选条件（已设置）' : '筛选条件'}</summary>
      {bar}
    </details>
  )
}

export function Filter({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="filter">
      <span>{label}</span>
      {children}
    </label>
  )
}
