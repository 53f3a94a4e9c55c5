import { queryOptions } from '@tanstack/react-query'
import { callFunction } from '@/shared/http/call-function.ts'
import { listOf, maybe, shape, text, type Decoded } from '@/shared/http/decode.ts'

const suggestion = shape({ name: text, regionName: text, codeMasked: maybe(text) })
export type SubjectSuggestion = Decoded<typeof suggestion>

/** For people without an account. A help only: what fails is not said, and not tried again. */
export const suggestedSubjectsQuery = (name: string, regionCode: number | null) =>
  queryOptions({
    queryKey: ['subject', 'suggested', name, regionCode],
    enabled: [...name].length >= 2,
    staleTime: 300_000,
    retry: false,
    queryFn: async () =>
      (await callFunction('suggest-subject', { body: { name, regionCode }, answer: shape({ subjects: listOf(suggestion) }) })).subjects,
  })
