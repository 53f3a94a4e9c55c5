import { maybe, number, shape, text, type Decoded } from '@/shared/http/decode.ts'
import { itemBody } from './catalog-item.ts'

/** A published version of an item: what it said from a day on, and why. */
export const itemVersion = shape({
  id: text,
  version: number,
  body: itemBody,
  effective_from: text,
  effective_to: maybe(text),
  reason: text,
  published_at: text,
})
export type ItemVersion = Decoded<typeof itemVersion>

/** The version that counted on a day; undefined before the first. */
export const versionOn = (versions: readonly ItemVersion[], day: string) =>
  versions.find((one) => one.effective_from <= day && (one.effective_to === null || one.effective_to >= day))

/** The version in whose place this one came. */
export const versionBefore = (versions: readonly ItemVersion[], one: ItemVersion) =>
  versions.filter(({ effective_from }) => effective_from < one.effective_from).sort((a, b) => b.effective_from.localeCompare(a.effective_from))[0]

/** What is shown where nobody chose a day: today's, or the first to come. */
export const shownVersion = (versions: readonly ItemVersion[], today: string) =>
  versionOn(versions, today) ?? [...versions].sort((a, b) => a.effective_from.localeCompare(b.effective_from))[0]

/** `2026-04-15 起`, or both ends. */
export const versionPeriod = ({ effective_from, effective_to }: Pick<ItemVersion, 'effective_from' | 'effective_to'>) =>
  effective_to ? `${effective_from} 至 ${effective_to}` : `${effective_from} 起`

/** Since when an item stands as the version of today says: a suspended one may have been amended since. */
export function standsSince(versions: readonly ItemVersion[], today: string): string | undefined {
  const now = versionOn(versions, today)
  let since = now
  for (
    let before = since && versionBefore(versions, since);
    before && before.body.state === now?.body.state;
    before = versionBefore(versions, before)
  )
    since = before
  return since?.effective_from
}
