import { z } from 'zod'

/** One published version of a rule, a code or the site's parameters. */
export const versionSchema = z.object({
  id: z.string(),
  key: z.string(),
  version: z.number(),
  body: z.record(z.string(), z.unknown()),
  effective_from: z.string(),
  effective_to: z.string().nullable(),
  state: z.enum(['published', 'withdrawn']),
  reason: z.string(),
  published_at: z.string(),
  withdrawn_at: z.string().nullable(),
  publisher: z.object({ name: z.string() }).nullable(),
})
export type Version = z.infer<typeof versionSchema>

export type Standing = 'coming' | 'current' | 'past' | 'withdrawn'
export const standingLabels: Record<Standing, string> = { coming: '待生效', current: '生效中', past: '已失效', withdrawn: '已撤回' }

export function standingOf(
  { state, effective_from, effective_to }: Pick<Version, 'state' | 'effective_from' | 'effective_to'>,
  today: string,
): Standing {
  if (state === 'withdrawn') return 'withdrawn'
  if (effective_from > today) return 'coming'
  return effective_to !== null && effective_to < today ? 'past' : 'current'
}

export const currentOf = (versions: readonly Version[], today: string) => versions.find((one) => standingOf(one, today) === 'current')

/** The next one to come, not the one furthest away. */
export const comingOf = (versions: readonly Version[], today: string) =>
  versions
    .filter((one) => standingOf(one, today) === 'coming')
    .sort((a, b) => a.effective_from.localeCompare(b.effective_from))
    .at(0)

/** `2026-04-15 起`, or both ends. */
export const periodWord = ({ effective_from, effective_to }: Pick<Version, 'effective_from' | 'effective_to'>) =>
  effective_to ? `${effective_from} 至 ${effective_to}` : `${effective_from} 起`
