import { coalesce } from '@/shared/hooks/coalesce.ts'
import type { ModuleManifest } from '@/shared/module/manifest.ts'

const common = ['work', 'notification']

/** Which query roots a flow's event concerns; without a known flow (after a gap) those of every module that has one. */
export function rootsOf(kind: unknown, modules: readonly ModuleManifest[]): readonly string[] {
  // Said to one officer about no item: accounts and roles.
  if (kind === '') return ['notification', 'admin']
  const flows = modules.filter((module) => module.kinds !== undefined)
  const named = flows.find(({ kinds }) => typeof kind === 'string' && kinds && Object.hasOwn(kinds, kind))
  return [...common, ...(named ? [named] : flows).map((module) => module.id)]
}

/** A burst of events becomes two rounds of refetching, each of the roots that were named meanwhile. */
export function topicRefresher(modules: readonly ModuleManifest[], invalidate: (root: string) => void, span: number): (kind: unknown) => void {
  let waiting = new Set<string>()
  const flush = coalesce(() => {
    const roots = waiting
    waiting = new Set()
    for (const root of roots) invalidate(root)
  }, span)
  return (kind) => {
    for (const root of rootsOf(kind, modules)) waiting.add(root)
    flush()
  }
}
