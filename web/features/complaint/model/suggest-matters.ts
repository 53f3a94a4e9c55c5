export interface Matter {
  code: string
  label: string
  hint: string | null
  keywords: string[]
}

/** Matters whose keywords occur in the text, most hits first; a hint for the person, never a decision. */
export function suggestMatters(matters: readonly Matter[], text: string, limit = 3): Matter[] {
  return matters
    .map((matter) => ({ matter, hits: matter.keywords.filter((word) => text.includes(word)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, limit)
    .map(({ matter }) => matter)
}
