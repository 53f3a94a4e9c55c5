import { claimStateLabels, claimStates } from './claim.ts'

/** What came of one claim: done, or what it is instead. */
export function outcomeText(label: string, outcome: string | undefined): string {
  if (outcome === 'done') return `已办理：${label}`
  const state = claimStates.find((one) => one === outcome)
  return state ? `未办理：现在的状态是“${claimStateLabels[state]}”` : '未办理：没有找到，或不在您的范围内'
}

export function outcomeTitle(label: string, outcomes: ReadonlyMap<number, string>): string {
  const done = [...outcomes.values()].filter((one) => one === 'done').length
  const left = outcomes.size - done
  return `${label} ${done} 项${left > 0 ? `，未办理 ${left} 项` : ''}`
}
