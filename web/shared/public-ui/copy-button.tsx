import { useEffect, useState } from 'react'

type Outcome = 'none' | 'done' | 'failed'

const words: Record<Outcome, string> = { none: '', done: '已复制', failed: '没有复制成功，请长按选取或抄写' }

/** Copies text and says whether that worked; the old command path serves plain http, where the clipboard API is missing. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState<Outcome>('none')
  const handleCopy = async () => {
    const isDone = navigator.clipboard
      ? await navigator.clipboard.writeText(text).then(
          () => true,
          () => copyByCommand(text),
        )
      : copyByCommand(text)
    setOutcome(isDone ? 'done' : 'failed')
  }
  // The word goes after a while; a page left before that takes its clock with it.
  useEffect(() => {
    if (outcome !== 'done') return
    const timer = setTimeout(() => setOutcome('none'), 3_000)
    return () => clearTimeout(timer)
  }, [outcome])
  return (
    <>
      <button type="button" className="btn no-print" onClick={() => void handleCopy()}>
        {label}
      </button>
      <span role="status" className="no-print">
        {words[outcome]}
      </span>
    </>
  )
}

function copyByCommand(text: string) {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  // In view, or the page would jump to it.
  area.style.position = 'fixed'
  document.body.append(area)
  area.select()
  const isDone = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return isDone
}
