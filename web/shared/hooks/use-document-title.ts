import { useEffect } from 'react'

/** A new page of a single-page site must be announced; the title is what a screen reader reads first. */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · 互联网＋监管`
  }, [title])
}
