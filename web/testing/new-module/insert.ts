/** Puts a line in front of the last place that carries the anchor; a second run changes nothing. */
export function insertBefore(text: string, anchor: string, line: string): string {
  if (text.includes(line)) return text
  const at = text.lastIndexOf(anchor)
  if (at < 0) throw new Error(`anchor not found: ${anchor}`)
  return text.slice(0, at) + line + text.slice(at)
}

/** Adds an element to the array that begins with the opener, e.g. `siteModules = [`. */
export function appendToList(text: string, opener: string, item: string): string {
  const start = text.indexOf(opener)
  if (start < 0) throw new Error(`list not found: ${opener}`)
  const end = text.indexOf(']', start + opener.length)
  const inside = text.slice(start + opener.length, end)
  if (inside.split(',').some((one) => one.trim() === item)) return text
  return `${text.slice(0, start + opener.length)}${inside.replace(/,?\s*$/, '')}, ${item}${text.slice(end)}`
}
