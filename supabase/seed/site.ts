/** Loads a site into an empty or existing database: profile, divisions, calendar, bodies, rows of the modules. Safe to repeat. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { loadModuleRows } from './modules.ts'
import { regionsOfSite } from './regions.ts'
import { siteProfile, type SiteProfile } from './sites.ts'

const read = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')

async function loadRegions(db: pg.ClientBase, site: SiteProfile): Promise<void> {
  await db.query(
    `insert into public.regions (code, name, full_name, tier, kind, parent_code, range_end)
     select r.code, r.name, r.full_name, r.tier, r.kind, r.parent_code, private.region_range_end(r.code)
     from jsonb_to_recordset($1::jsonb) as r (code int, name text, full_name text, tier smallint, kind public.region_kind, parent_code int)
     order by r.tier, r.code
     on conflict (code) do update set name = excluded.name, full_name = excluded.full_name, kind = excluded.kind, parent_code = excluded.parent_code
     where (regions.name, regions.full_name, regions.kind, regions.parent_code) is distinct from (excluded.name, excluded.full_name, excluded.kind, excluded.parent_code)`,
    [JSON.stringify(regionsOfSite(site.rootRegion))],
  )
}

async function loadSite(db: pg.ClientBase, site: SiteProfile): Promise<void> {
  await db.query(`update public.sites set is_active = false where key <> $1 and is_active`, [site.key])
  await db.query(
    // Names, modules and parameters are the administrator's from then on: a start must not put them back.
    `insert into public.sites (key, name, short_name, government, root_region, tiers, modules, superiors, parameters, is_active)
     values ($1, $2, $3, $4, $5, $6, (select coalesce(array_agg(m.id order by m.id), '{}') from private.modules as m), $7, $8, true)
     on conflict (key) do update set root_region = excluded.root_region, tiers = excluded.tiers,
       superiors = excluded.superiors, is_active = true`,
    [
      site.key,
      site.name,
      site.shortName,
      site.government,
      site.rootRegion,
      site.tiers,
      JSON.stringify(site.superiors),
      JSON.stringify({ host: site.government, operator: site.operator, seal_text: site.sealText }),
    ],
  )
}

async function loadCalendar(db: pg.ClientBase): Promise<void> {
  const days = read('data/work-calendar-exceptions.csv')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([day, kind]) => ({ day, kind }))
  await db.query(
    `insert into public.work_calendar_years (year, source)
     select distinct extract(year from d.day)::int, '国务院办公厅节假日安排通知' from jsonb_to_recordset($1::jsonb) as d (day date)
     on conflict (year) do nothing`,
    [JSON.stringify(days)],
  )
  await db.query(
    `insert into public.work_calendar (day, kind, year)
     select d.day, d.kind, extract(year from d.day)::int from jsonb_to_recordset($1::jsonb) as d (day date, kind text)
     on conflict (day) do nothing`,
    [JSON.stringify(days)],
  )
}

/** One transaction, so that a stop in the middle leaves nothing half-loaded. */
export async function loadSiteData(dbUrl: string, siteKey: string): Promise<SiteProfile> {
  const site = siteProfile(siteKey)
  const db = new pg.Client({ connectionString: dbUrl })
  await db.connect()
  try {
    await db.query('begin')
    await db.query(`select private.act_as('system:seed'), set_config('seed.coordinator_name', $1, true)`, [site.coordinatorName])
    await loadRegions(db, site)
    await loadSite(db, site)
    await loadCalendar(db)
    await db.query(read('10_lines.sql'))
    await db.query(read('20_orgs.sql'))
    await loadModuleRows(db)
    await db.query('commit')
    return site
  } finally {
    await db.end()
  }
}
