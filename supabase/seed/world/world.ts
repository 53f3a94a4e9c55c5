/** A world to stand in: what a place has before anybody opens the product. Each module brings its part (`modules/<id>/world.ts`). */
import type pg from 'pg'
import type { SiteProfile } from '../sites.ts'

export interface World {
  /** As `postgres`. */
  db: pg.ClientBase
  dbUrl: string
  site: SiteProfile
  /** All rows follow from it: the same name gives the same world. */
  seed: string
  /** 1 = 24,000 businesses. */
  scale: number
}

export interface WorldPart {
  /** Band of the module: what others point to comes first. */
  order: number
  loadWorld(world: World): Promise<void>
}

export const worldSeed = (site: Pick<SiteProfile, 'key'>) => `world:${site.key}`
