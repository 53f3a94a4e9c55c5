import { z } from 'zod'

/** The list a person came from: it travels in the history state of the link, so a reload keeps it and an address never shows it. */
const trailSchema = z.object({
  title: z.string(),
  path: z.string().startsWith('/'),
  items: z.array(z.object({ path: z.string().startsWith('/'), title: z.string() })),
})
export type Trail = z.infer<typeof trailSchema>

const stateSchema = z.object({ trail: trailSchema, at: z.number().int().min(0) })
export type TrailState = z.infer<typeof stateSchema>

interface Neighbor {
  path: string
  title: string
  state: TrailState
}

export interface TrailPlace {
  list: Pick<Trail, 'title' | 'path'>
  /** From 1, for people. */
  at: number
  count: number
  previous: Neighbor | undefined
  next: Neighbor | undefined
}

/** What leads from a list to one of its items; nothing where the item is not on it. */
export function trailState(trail: Trail | null, path: string): TrailState | undefined {
  const at = trail?.items.findIndex((item) => item.path === path) ?? -1
  return trail && at >= 0 ? { trail, at } : undefined
}

/** Where on its list an item stands; null when one came by another way. */
export function placeOnTrail(state: unknown): TrailPlace | null {
  const { data } = stateSchema.safeParse(state)
  if (!data || data.at >= data.trail.items.length) return null
  const { trail, at } = data
  const neighbor = (index: number): Neighbor | undefined => {
    const item = trail.items[index]
    return item && { ...item, state: { trail, at: index } }
  }
  return { list: trail, at: at + 1, count: trail.items.length, previous: neighbor(at - 1), next: neighbor(at + 1) }
}
