import type { Proposal } from './field-controls.ts'

export interface Target {
  id: string
  name: string
  /** Why it is near at hand; empty for the rest. */
  reason: string
}

export interface TargetGroup {
  label: string
  rows: Target[]
}

/** What the module proposes, else what is near; then the rest. A proposal that may not be chosen is none. */
export function groupTargets(found: readonly Target[], proposals: readonly Proposal[]): TargetGroup[] {
  const proposed = proposals.flatMap(({ id, reason }) => {
    const row = found.find((one) => one.id === id)
    return row ? [{ ...row, reason }] : []
  })
  const first = proposed.length > 0 ? proposed : found.filter(({ reason }) => reason !== '')
  const rest = found.filter(({ id }) => !first.some((one) => one.id === id))
  const groups = [
    { label: '推荐', rows: first },
    { label: first.length > 0 ? '其他单位' : '可选单位', rows: rest },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}
