/** A value for `ilike` on one column: the wildcards of the person's text are taken literally. */
export function likePattern(text: string) {
  // PostgREST reads * as %, and has no way to escape it.
  return `%${text.replaceAll('*', '').replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
}
