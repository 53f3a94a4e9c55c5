import { useQuery } from '@tanstack/react-query'
import { termsQuery } from '../api/list-terms.ts'
import { termWord } from '../model/term-word.ts'

/** The term of a rule in words; 规定期限 until it is known. */
export function useTermWords(keys: readonly string[]) {
  const terms = useQuery(termsQuery(keys))
  return (key: string) => {
    const term = terms.data?.find((one) => one.key === key)
    return term ? termWord(term) : '规定期限'
  }
}
