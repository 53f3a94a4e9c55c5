import { queryOptions } from '@tanstack/react-query'
import { todayInShanghai } from '@/shared/format/date.ts'
import { number, oneOf, shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'
import { units } from '../model/term-word.ts'

const termRow = shape({ key: text, amount: number, unit: oneOf(...units) })

/** The terms that hold today, by the keys of their rules, for what is said about them in public. */
export const termsQuery = (keys: readonly string[]) =>
  queryOptions({
    queryKey: ['term', ...keys],
    staleTime: 3_600_000,
    queryFn: ({ signal }) => {
      const today = todayInShanghai()
      const params = {
        select: 'key,amount,unit',
        key: `in.(${keys.join(',')})`,
        effective_from: `lte.${today}`,
        or: `(effective_to.is.null,effective_to.gte.${today})`,
      }
      return restGet('deadline_rules', params, termRow, signal)
    },
  })
