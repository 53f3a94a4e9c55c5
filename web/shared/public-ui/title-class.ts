/** What the style sheet declares of the shipped face: "U+4e00-4e03, U+4e8b". */
export function isCovered(text: string, unicodeRanges: readonly string[]): boolean {
  const ranges = unicodeRanges
    .flatMap((one) => one.split(','))
    .map((one) => {
      const [from = NaN, to = from] = one
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => parseInt(hex, 16))
      return { from, to }
    })
  const isHeld = (code: number) => ranges.some(({ from, to }) => from <= code && code <= to)
  return [...text].every((one) => one.trim() === '' || isHeld(one.codePointAt(0) ?? 0))
}

/**
 * For the name of the site, which an administrator may change after the face was cut: set in it as a whole or not at all.
 * A browser that cannot tell shows what the seed says.
 */
export function titleClass(name: string): string | undefined {
  const faces = [...(document.fonts ?? [])].filter((face) => face.family.includes('Title Song'))
  return faces.length === 0 ||
    isCovered(
      name,
      faces.map((face) => face.unicodeRange),
    )
    ? undefined
    : 'typed-title'
}
