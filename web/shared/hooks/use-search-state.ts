import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

export interface SearchCodec<State extends object> {
  defaults: State
  parse: (raw: Record<string, string>) => State
}

/** Filters, paging and tabs live in the address, defaults left out, so that a link carries exactly what is on screen. */
export function useSearchState<State extends object>({ defaults, parse }: SearchCodec<State>) {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => parse(Object.fromEntries(params)), [params, parse])
  const update = useCallback(
    (patch: Partial<State>) => {
      setParams((current) => {
        const next = { ...parse(Object.fromEntries(current)), ...patch }
        return toSearch(next, defaults)
      })
    },
    [setParams, parse, defaults],
  )
  return { state, update }
}

export function toSearch<State extends object>(state: State, defaults: Partial<State>) {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(state)) {
    if (value === undefined || value === '' || value === defaults[key as keyof State]) continue
    search.set(key, String(value))
  }
  return search
}
