/** The year before the demo: plausible in its numbers, consistent to the engine, the same for the same seed. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../local/testing.ts'
import { readCalendar } from '../../../seed/modules/complaint/dates.ts'
import { pastCases } from '../../../seed/modules/complaint/past.ts'
import { loadWorld } from '../../../seed/modules/complaint/world.ts'
import { subjectsOfSite } from '../../../seed/modules/data-centre/world.ts'
import { siteProfile } from '../../../seed/sites.ts'

const site = siteProfile('anhui')
let database: TestDatabase
let db: pg.Client
const past = `(select c.* from public.complaint_cases as c join private.complaint_filings as f on f.id = c.filing_id where f.form_digest = 'past')`
const number = async (sql: string) => Number(Object.values((await db.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0])
const world = () => ({ db, dbUrl: database.url, site, seed: 'world:test', scale: 0.1 })

beforeAll(async () => {
  database = await createTestDatabase(inject('databasePort'))
  db = new pg.Client({ connectionString: database.url })
  await db.connect()
  await loadWorld(world())
}, 60_000)
afterAll(async () => {
  await db.end()
  await database.drop()
})

describe('what is made of the seed', () => {
  const cases = async (seed: string, count: number) => [...pastCases(seed, await readCalendar(db), subjectsOfSite(seed, site), 24_000, count)]

  it('is the same every time, and another for another seed', async () => {
    const first = JSON.stringify(await cases('world:a', 50))
    expect(JSON.stringify(await cases('world:a', 50))).toBe(first)
    expect(JSON.stringify(await cases('world:b', 50))).not.toBe(first)
  })
  it('has seasons, weekdays, repeated businesses and steps in the order of time', async () => {
    const all = await cases('world:a', 3000)
    const on = (day: number) => all.filter(({ filedAt }) => new Date(filedAt).getUTCDay() === day).length
    expect(on(1)).toBeGreaterThan(on(6) * 1.5)
    const month = (name: string) => all.filter(({ filedAt }) => filedAt.slice(5, 7) === name).length
    expect(month('03')).toBeGreaterThan(month('02') * 1.3)
    // No hole between the past and the demo's own cases, which a chart of twelve months would show.
    const { before } = await readCalendar(db)
    expect(all.filter(({ filedAt }) => filedAt.slice(0, 10) >= (before[69] as string)).length).toBeGreaterThan(60)
    const names = all.map(({ subject }) => subject.name)
    expect(new Set(names).size).toBeLessThan(names.length * 0.97)
    for (const { filedAt, steps, rating } of all) {
      const times = [filedAt, ...steps.flatMap(({ at }) => at ?? []), ...(rating ? [rating.at] : [])]
      expect(times).toEqual(times.toSorted())
    }
  })
})

describe('what the engine made of it', () => {
  it('is over: closed long ago, nothing running, nobody told, nothing left to send', async () => {
    expect(await number(`select count(*) from ${past} as c`)).toBe(60)
    expect(await number(`select count(*) from ${past} as c where c.is_open or c.closed_at > now() - interval '10 days'`)).toBe(0)
    expect(await number(`select count(*) from public.work_terms as t join ${past} as c on c.item_id = t.item_id where t.state = 'running'`)).toBe(0)
    expect(await number(`select count(*) from public.work_notifications as n join ${past} as c on c.item_id = n.item_id`)).toBe(0)
    // Its papers do not stand before those of today.
    const papers = `private.outbox_deliveries as d join private.outbox_events as e on e.id = d.event_id join public.papers as p on p.id::text = e.key join ${past} as c on c.item_id = p.item_id`
    expect(await number(`select count(*) from ${papers}`)).toBeGreaterThan(50)
    expect(await number(`select count(*) from ${papers} where d.available_at <= e.created_at`)).toBe(0)
    expect(
      await number(
        `select count(*) from private.outbox_deliveries as d join private.outbox_events as e on e.id = d.event_id join ${past} as c on c.item_id::text = e.key where d.state <> 'done'`,
      ),
    ).toBe(0)
  })
  it('carries dates that agree: events in order, numbers of their day, late where the term had run out', async () => {
    expect(
      await number(`select count(*) from (select e.created_at < lag(e.created_at) over (partition by e.item_id order by e.seq) as is_back
        from public.work_events as e join ${past} as c on c.item_id = e.item_id) as e where e.is_back`),
    ).toBe(0)
    expect(
      await number(`select count(*) from ${past} as c where c.case_no not like '__' || to_char(private.local_day(c.filed_at), 'YYYYMMDD') || '%'`),
    ).toBe(0)
    expect(
      await number(
        `select count(*) from public.work_terms as t join ${past} as c on c.item_id = t.item_id where t.due_at is not null and t.finished_at is not null and (t.state = 'late') <> (t.finished_at > t.due_at)`,
      ),
    ).toBe(0)
    expect(await number(`select count(*) from ${past} as c where c.was_late`)).toBeGreaterThan(0)
    expect(
      await number(
        `select count(*) from ${past} as c join public.work_items as i on i.id = c.item_id where (i.state, i.is_open, i.org_id, i.was_late, i.closed_at) is distinct from (c.state, c.is_open, c.org_id, c.was_late, c.closed_at)`,
      ),
    ).toBe(0)
  })
  it('is not made twice', async () => {
    await loadWorld(world())
    expect(await number(`select count(*) from ${past} as c`)).toBe(60)
  })
})
