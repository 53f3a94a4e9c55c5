/** Loads a site into a database that is not the embedded one, and prints the links of its first administrators. */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { firstLinks } from './first-links.ts'
import { loadSiteData } from './site.ts'

const { values } = parseArgs({ options: { 'db-url': { type: 'string' }, site: { type: 'string' }, url: { type: 'string' } } })
const { 'db-url': dbUrl, site, url } = values
if (!dbUrl || !site || !url) {
  process.stderr.write('用法：node supabase/seed/main.ts --db-url=<数据库地址> --site=<anhui|hubei|yizheng> --url=<站点地址>\n')
  process.exit(2)
}
const profile = await loadSiteData(dbUrl, site)
const db = new pg.Client({ connectionString: dbUrl })
await db.connect()
try {
  process.stdout.write(`${profile.name} 已就绪\n${await firstLinks(db, profile, url)}\n`)
} finally {
  await db.end()
}
