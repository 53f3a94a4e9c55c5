/** The palette of app/styles/tokens.css for drawings, read once it applies. */
export function chartColors() {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    closed: read('--teal-600'),
    open: '#7fa9a6',
    late: read('--seal-600'),
    text: read('--ink-700'),
    line: read('--line'),
  }
}
