import type { ReactNode } from 'react'

interface ScrollBoxProps {
  label: string
  /** A few short columns, which fit a phone. */
  isSlim?: boolean
  children: ReactNode
}

/** A wide table on a narrow screen: scrolled by keyboard too, also when there is nothing in it to step to. */
export function ScrollBox({ label, isSlim = false, children }: ScrollBoxProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
    <div className={isSlim ? 'scroll-box' : 'scroll-box scroll-box-wide'} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
