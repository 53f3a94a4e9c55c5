import { useRef, type KeyboardEvent } from 'react'

interface TabStripProps {
  label: string
  value: string
  tabs: readonly { key: string; label: string; count?: number | undefined }[]
  onChange: (key: string) => void
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** One choice of several that what stands below follows; arrows go from one to the next. On a phone it scrolls. */
export function TabStrip({ label, value, tabs, onChange }: TabStripProps) {
  const strip = useRef<HTMLDivElement>(null)
  const chosen = Math.max(
    0,
    tabs.findIndex((tab) => tab.key === value),
  )
  const handleKey = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = (chosen + step + tabs.length) % tabs.length
    strip.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
    const key = tabs[next]?.key
    if (key !== undefined) onChange(key)
  }
  return (
    <div ref={strip} className="tab-strip" role="tablist" aria-label={label}>
      {tabs.map((tab, index) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          aria-selected={tab.key === value}
          tabIndex={index === chosen ? 0 : -1}
          onClick={() => onChange(tab.key)}
          onKeyDown={handleKey}
        >
          {tab.label}
          {tab.count !== undefined && (
            <>
              {' '}
              <b>{tab.count.toLocaleString('zh-CN')}</b>
            </>
          )}
        </button>
      ))}
    </div>
  )
}
