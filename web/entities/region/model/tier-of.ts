/** 2 省 3 市 4 县 5 乡, read off the trailing zeros of the nine-digit code. */
export function tierOf(code: number): 2 | 3 | 4 | 5 {
  if (code % 10_000_000 === 0) return 2
  if (code % 100_000 === 0) return 3
  return code % 1_000 === 0 ? 4 : 5
}
