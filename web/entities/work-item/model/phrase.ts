export interface Phrase {
  /** Names the move that it is for: `give_back.1`. */
  code: string
  label: string
}

export const phrasesOf = (phrases: readonly Phrase[], action: string) => phrases.filter(({ code }) => code.startsWith(`${action}.`))

/** Behind what stands there already: nothing typed is lost by a pick, nor longer than allowed. */
export function insertPhrase(text: string, phrase: string, max: number): string {
  const before = text.trimEnd()
  const joined = before && !/[。；，：！？\n]$/.test(text) ? `${before}。${phrase}` : `${before}${phrase}`
  return joined.length > max ? text : joined
}
