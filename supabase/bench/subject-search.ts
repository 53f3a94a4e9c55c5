/** Finding a business by what somebody types; the floor is the plain comparison that finds the same, at most as many rows. */
import type pg from 'pg'
import { withClient } from '../local/connections.ts'
import { createTestDatabase, startTestCluster } from '../local/testing.ts'
import { loadSubjects, subjectsOfSite } from '../seed/modules/data-centre/world.ts'
import { loadSiteData } from '../seed/site.ts'
import { siteProfile } from '../seed/sites.ts'
import { randomOf } from '../seed/world/random.ts'
import { figure, quantile, timed, type Figure } from './figure.ts'

const defaultCount = 1_000_000
const runs = 60

async function measure(db: pg.Client, name: string, words: string[], bareSql: string): Promise<Figure> {
  const found: number[] = []
  const bare: number[] = []
  for (const word of words) {
    found.push(await timed(() => db.query('select * from private.subjects_like($1, 200)', [word])))
    bare.push(await timed(() => db.query(bareSql, [word])))
  }
  return figure('subject-search', `${name}, p95`, quantile(found, 0.95), 'ms', quantile(bare, 0.95))
}

export async function benchSubjectSearch(count = defaultCount): Promise<Figure[]> {
  const cluster = await startTestCluster({ prepare: async ({ url }) => void (await loadSiteData(url, 'anhui')) })
  try {
    const { url } = await createTestDatabase(cluster.port)
    const make = subjectsOfSite('world:bench', siteProfile('anhui'))
    await loadSubjects(url, make, count)
    return await withClient(url, async (db) => {
      await db.query('vacuum analyze public.subjects')
      const random = randomOf(11)
      /** Pieces of names that are there. */
      const pieces = (length: number, of: 'name' | 'address') =>
        Array.from({ length: runs }, () => {
          const text = make(random.below(count))[of]
          const at = random.below(text.length - length + 1)
          return text.slice(at, at + length)
        })
      const like = (column: string) => `select id from public.subjects where ${column} like '%' || $1 || '%' limit 200`
      const figures: Figure[] = []
      for (const length of [1, 2, 3]) figures.push(await measure(db, `name, ${length} of ${count}`, pieces(length, 'name'), like('name')))
      figures.push(
        await measure(
          db,
          'a whole name',
          Array.from({ length: runs }, () => make(random.below(count)).name),
          like('name'),
        ),
      )
      figures.push(await measure(db, 'address, 5', pieces(5, 'address'), like('address')))
      const codes = Array.from({ length: runs }, () => make(random.below(count)).uscc.slice(0, 14))
      figures.push(await measure(db, 'code, 14', codes, `select id from public.subjects where uscc like $1 || '%' limit 200`))
      return figures
    })
  } finally {
    await cluster.stop()
  }
}
