import { z } from 'zod'
import { comingOf, currentOf, type Version } from './version.ts'

export const codeSetSchema = z.object({ set_key: z.string(), label: z.string(), codes: z.number(), is_system: z.boolean() })
export type CodeSet = z.infer<typeof codeSetSchema>

export const codeBodySchema = z.object({ label: z.string(), sort: z.number(), is_active: z.boolean() })
export type CodeBody = z.infer<typeof codeBodySchema>

export const codeStandings = ['active', 'coming', 'ended'] as const
export type CodeStanding = (typeof codeStandings)[number]
export const codeStandingLabels: Record<CodeStanding, string> = { active: '有效', coming: '待生效', ended: '已停用' }

/** A code with what it is today and what it is about to be. */
export interface CodeEntry {
  key: string
  code: string
  body: CodeBody
  standing: CodeStanding
  /** First day it was, or will be, in the list. */
  from: string
  /** Last day, when it has ended or is about to. */
  to: string | null
  /** A change that waits for its day, in words. */
  change: string
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

function changeWord(now: CodeBody | undefined, { body, effective_from }: Version): string {
  const next = codeBodySchema.parse(body)
  if (!next.is_active) return `${effective_from} 起停用`
  if (!now) return `${effective_from} 起启用`
  if (!now.is_active) return `${effective_from} 起恢复`
  return now.label === next.label ? `${effective_from} 起调整顺序` : `${effective_from} 起改名为“${next.label}”`
}

export function readEntries(versions: readonly Version[], today: string): CodeEntry[] {
  const byKey = new Map<string, Version[]>()
  for (const one of versions) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one])
  return [...byKey].flatMap(([key, all]) => {
    const mine = all.filter((one) => one.state === 'published')
    const now = currentOf(mine, today)
    const next = comingOf(mine, today)
    const shown = now ?? next
    if (!shown) return []
    const body = codeBodySchema.parse(shown.body)
    const bodyNow = now && codeBodySchema.parse(now.body)
    const nextEnds = next !== undefined && !codeBodySchema.parse(next.body).is_active
    const standing: CodeStanding = !now ? 'coming' : body.is_active ? 'active' : 'ended'
    const first = mine.reduce((least, one) => (one.effective_from < least ? one.effective_from : least), shown.effective_from)
    const to = standing === 'ended' ? dayBefore(shown.effective_from) : standing === 'active' && nextEnds ? dayBefore(next.effective_from) : null
    return [
      {
        key,
        code: key.slice(key.indexOf('/') + 1),
        body,
        standing,
        from: first,
        to,
        change: next ? changeWord(bodyNow, next) : '',
      },
    ]
  })
}
