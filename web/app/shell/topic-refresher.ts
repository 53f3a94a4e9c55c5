import { coalesce } from '@/shared/hooks/coalesce.ts'
import { modules } from '../modules.ts'

const common = ['work', 'notification']
const everything = [...new Set([...common, ...modules.flatMap((module) => module.orgTopicKeys)])]

/** Which query roots a flow's event concerns; without a known flow (after a gap) all of them. */
export function rootsOf(kind: unknown): readonly string[] {
  const module = typeof kind === 'string' ? modules.find(({ itemPages }) => itemPages && kind in itemPages) : undefined
  return module ? [...common, ...module.orgTopicKeys] : everything
}

/** A burst of events becomes two rounds of refetching, each of the roots that were named meanwhile. */
export function topicRefresher(invalidate: (root: string) => void, span: number): (kind: unknown) => void {
  let waiting = new Set<string>()
  const flush = coalesce(() => {
    const roots = waiting
    waiting = new Set()
    for (const root of roots) invalidate(root)
  }, span)
  return (kind) => {
    for (const root of rootsOf(kind)) waiting.add(root)
    flush()
  }
}
