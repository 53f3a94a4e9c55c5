/** Runs at once, then at most once per span with whatever came meanwhile: a burst of events becomes two refetches. */
export function coalesce(run: () => void, span: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWaiting = false
  const settle = () => {
    timer = undefined
    if (!isWaiting) return
    isWaiting = false
    run()
    timer = setTimeout(settle, span)
  }
  return () => {
    if (timer !== undefined) {
      isWaiting = true
      return
    }
    run()
    timer = setTimeout(settle, span)
  }
}
