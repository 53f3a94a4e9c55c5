import { Button } from 'antd'
import type { ReactNode } from 'react'

interface FilterBarProps {
  children: ReactNode
  /** Shown only when something is set. */
  onReset?: (() => void) | undefined
}

export function FilterBar({ children, onReset }: FilterBarProps) {
  return (
    <div className="filter-bar" role="search">
      {children}
      {onReset && (
        <Button type="link" size="small" onClick={onReset}>
          清除条件
        </Button>
      )}
    </div>
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
