/** How fast the register of a world is made and loaded, beside COPY of the same rows, made beforehand, into a table without indexes. */
import { withClient } from '../local/connections.ts'
import { createTestDatabase, startTestCluster } from '../local/testing.ts'
import { loadSubjects, subjectLines, subjectsOfSite } from '../seed/modules/data-centre/world.ts'
import { loadSiteData } from '../seed/site.ts'
import { siteProfile } from '../seed/sites.ts'
import { copyRows } from '../seed/world/copy-rows.ts'
import { figure, timed, type Figure } from './figure.ts'

const defaultCount = 200_000
/** The floor keeps its rows in memory. */
const mostBare = 500_000

export async function benchWorld(count = defaultCount): Promise<Figure[]> {
  const cluster = await startTestCluster({ prepare: async ({ url }) => void (await loadSiteData(url, 'anhui')) })
  try {
    const { url, adminUrl } = await createTestDatabase(cluster.port)
    const make = subjectsOfSite('world:bench', siteProfile('anhui'))
    const bareCount = Math.min(count, mostBare)
    const lines = [...subjectLines(make, bareCount)]
    await withClient(url, (db) =>
      db.query(
        'create table private.bare as select id, kind, name, uscc, state, industry_code, region_code, address, registered_on, source from public.subjects',
      ),
    )
    const bare = await timed(() => copyRows(adminUrl, 'private.bare', lines))
    const made = await timed(async () => {
      let rows = 0
      for (const line of subjectLines(make, bareCount)) rows += line.length
      return rows
    })
    const loaded = await timed(() => loadSubjects(url, make, count))
    const floor = bareCount / (bare / 1000)
    return [
      figure('world', `${count} businesses with licences, made and loaded`, count / (loaded / 1000), 'rows/s', floor),
      figure('world', 'made only', bareCount / (made / 1000), 'rows/s', floor),
    ]
  } finally {
    await cluster.stop()
  }
}
