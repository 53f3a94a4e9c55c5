export interface StageState {
  state: string | undefined
  open: true | undefined
  closed: true | undefined
}

interface StateName {
  state: string
  label: string
  is_open: boolean
}

export interface StateTab {
  key: string
  label: string
  count?: number
}

const stageKey = (state: string) => `state:${state}`

/** Closed states share one tab; which of them is a choice of its own below it. */
export function tabOf({ state, open, closed }: StageState, states: readonly StateName[]): string {
  if (state) return states.some((one) => one.state === state && !one.is_open) ? 'closed' : stageKey(state)
  if (open) return 'open'
  return closed ? 'closed' : 'all'
}

export function tabPatch(key: string): StageState {
  const state = key.startsWith('state:') ? key.slice('state:'.length) : undefined
  return { state, open: key === 'open' || undefined, closed: key === 'closed' || undefined }
}

/** 全部, 在办, each open state where something waits, 已办结. The state that is looked at stays, whatever its number. */
export function tabsOf(filter: StageState, states: readonly StateName[], counts: Readonly<Record<string, number>> | undefined): StateTab[] {
  const open = states.filter((one) => one.is_open)
  const total = counts && Object.values(counts).reduce((sum, n) => sum + n, 0)
  return [
    { key: 'all', label: '全部' },
    { key: 'open', label: '全部在办', ...(total === undefined ? {} : { count: total }) },
    ...open
      .filter(({ state }) => !counts || (counts[state] ?? 0) > 0 || filter.state === state)
      .map(({ state, label }) => ({ key: stageKey(state), label, ...(counts ? { count: counts[state] ?? 0 } : {}) })),
    { key: 'closed', label: '已办结' },
  ]
}
