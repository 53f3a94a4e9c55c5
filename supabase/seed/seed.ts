/** Fills an installation: the site's reference data always, people of the demo and their work when asked. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { demoDesk } from './demo-desk.ts'
import { demoPeople } from './demo-people.ts'
import { firstLinks } from './first-links.ts'
import { authOf, invite, setUpSecondFactor, signUp } from './invite.ts'
import { moduleDemos, worldParts } from './modules.ts'
import { loadSiteData } from './site.ts'
import type { SiteProfile } from './sites.ts'
import { worldSeed } from './world/world.ts'

export interface SeedOptions {
  /** As `postgres`. */
  dbUrl: string
  /** Address of the running API. */
  url: string
  site: string
  demo: boolean
  /** True until a first start has come to its end; people and their work are made only then. */
  first: boolean
  secrets: { secretKey: string }
  publishableKey?: string
  log: (line: string) => void
}

interface Account {
  email: string
  password: string
  name: string
  roles: string[]
  org: string
  region: string
  /** Of the device that shows the codes, for those who need one. */
  totpSecret?: string
}

export interface SeedResult {
  accounts?: Account[]
  firstAdminLink?: string
}

async function assertSameSite(db: pg.ClientBase, site: string): Promise<void> {
  const { rows } = await db.query<{ key: string }>('select key from public.sites where is_active')
  const known = rows[0]?.key
  if (known !== undefined && known !== site)
    throw new Error(`该数据目录属于站点 ${known}，不能以 SITE=${site} 启动。请改用 SITE=${known}，或另设 DATA_DIR`)
}

/** Says what is being done, and afterwards how long it took: a first start is waited for. */
async function timed(log: (line: string) => void, what: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  log(`正在装入${what}…`)
  await work()
  log(`${what}：${((performance.now() - began) / 1000).toFixed(1)} 秒`)
}

async function loadDemo(db: pg.ClientBase, site: SiteProfile, options: SeedOptions, publishableKey: string) {
  const password = `Demo-${createHash('sha256').update(options.secrets.secretKey).digest('hex').slice(0, 8)}7`
  const auth = authOf(options.url, publishableKey)
  const accounts: Account[] = []
  const signUps: Promise<void>[] = []
  const open = async (account: Account, code: string) => {
    const token = await signUp(auth, account.email, password, code)
    if (account.roles.some((role) => role.endsWith('_admin'))) account.totpSecret = await setUpSecondFactor(auth, token)
  }
  for (const person of demoPeople(site)) {
    const code = await invite(db, person)
    const { rows } = await db.query<{ org: string; region: string }>(
      `select o.name as org, r.full_name as region from public.orgs as o join public.regions as r on r.code = o.region_code
       where o.region_code = $1 and o.line_code = $2`,
      [person.regionCode, person.lineCode],
    )
    const account = {
      email: person.email,
      password,
      name: person.name,
      roles: person.isProposal ? [] : person.roles,
      org: rows[0]?.org ?? '',
      region: rows[0]?.region ?? '',
    }
    accounts.push(account)
    if (code) signUps.push(open(account, code))
  }
  await Promise.all(signUps)
  await demoDesk(db).call('security.admin', `select public.ask_officer_change($1, 'grant', $2, 'audit_admin')`, [
    (await db.query<{ id: string }>(`select id from auth.users where email = 'new.admin@demo.local'`)).rows[0]?.id,
    '审计管理员只有一人，外出时无人查阅日志，拟增设一名',
  ])
  const world = { db, dbUrl: options.dbUrl, site, seed: worldSeed(site), scale: 1 }
  for (const { title, load } of await worldParts(db)) await timed(options.log, `${title}（背景）`, () => load(world))
  for await (const { title, load } of moduleDemos(db))
    await timed(options.log, `${title}（演示件）`, () => load({ db, url: options.url, publishableKey, password, site }))
  return accounts
}

export async function seedSite(options: SeedOptions): Promise<SeedResult> {
  const db = new pg.Client({ connectionString: options.dbUrl })
  await db.connect()
  try {
    await assertSameSite(db, options.site)
    const site = await loadSiteData(options.dbUrl, options.site)
    if (!options.first) return {}
    // Until the first autovacuum, every look-up of a body by its region would be planned blind.
    await db.query('analyze')
    if (!options.demo) return { firstAdminLink: await firstLinks(db, site, options.url) }
    return { accounts: await loadDemo(db, site, options, options.publishableKey ?? 'sb_publishable_embedded') }
  } finally {
    await db.end()
  }
}
