import { useState } from 'react'

/** Copies text; the old command path serves plain http, where the clipboard API is missing. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false)
  const handleCopy = async () => {
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(text).then(
          () => true,
          () => copyByCommand(text),
        )
      : copyByCommand(text)
    setCopied(done)
    setTimeout(() => setCopied(false), 3_000)
  }
  return (
    <button type="button" className="btn no-print" onClick={() => void handleCopy()}>
      {label}
      <span role="status">{isCopied ? '：已复制' : ''}</span>
    </button>
  )
}

function copyByCommand(text: string) {
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
