/** A value for `or(col.ilike.…)`: wildcards of the person's text are literal, and PostgREST's own marks are quoted. */
export function likePattern(text: string) {
  const literal = text.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`).replaceAll('*', '')
  const quoted = `%${literal}%`.replaceAll(/["\\]/g, (mark) => `\\${mark}`)
  return `"${quoted}"`
}
