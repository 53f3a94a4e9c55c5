import type { ReactNode } from 'react'

/** A wide table on a narrow screen: scrolled by keyboard too, also when there is nothing in it to step to. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
    <div className="scroll-box" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
