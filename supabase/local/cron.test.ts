import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasTimeWithin, parseSchedule } from './cron-schedule.ts'
import { startCron, type Cron } from './cron.ts'
import { useTestDatabase } from './testing/database.ts'
import { eventually } from './testing/stack.ts'

describe('schedules', () => {
  const at = (time: string) => new Date(`${time}Z`)

  test.each([
    ['0 3 * * *', '2026-11-21T03:00', true],
    ['0 3 * * *', '2026-11-21T03:01', false],
    ['*/15 * * * *', '2026-11-21T10:45', true],
    ['*/15 * * * *', '2026-11-21T10:50', false],
    ['0 9 * * 1-5', '2026-11-21T09:00', false],
    ['0 9 * * mon-fri', '2026-11-20T09:00', true],
    ['0 0 1,15 * *', '2026-11-15T00:00', true],
    ['0 0 $ * *', '2026-02-28T00:00', true],
    ['0 0 $ * *', '2026-02-27T00:00', false],
    ['0 0 13 * 5', '2026-11-20T00:00', true],
    ['@daily', '2026-11-20T00:00', true],
    ['0 0 * * 7', '2026-11-22T00:00', true],
  ])('%s at %s: %s', (source, time, expected) => {
    const schedule = parseSchedule(source)
    expect(schedule?.kind === 'calendar' && schedule.matches(at(time))).toBe(expected)
  })

  test.each([
    ['17 3 * * *', '2026-11-20T03:17', '2026-11-21T03:16', false],
    ['17 3 * * *', '2026-11-20T03:17', '2026-11-21T03:17', true],
    ['17 3 * * *', '2026-11-20T03:18', '2026-11-24T09:00', true],
    ['0 0 1 1 *', '2025-12-31T23:59', '2026-11-24T09:00', true],
    ['5 seconds', '2026-11-20T03:18', '2026-11-24T09:00', false],
  ])('%s has a time after %s until %s: %s', (source, after, until, expected) => {
    const schedule = parseSchedule(source)
    const minute = (time: string) => at(time).getTime() / 60_000
    expect(schedule && hasTimeWithin(schedule, minute(after), minute(until))).toBe(expected)
  })

  test('an interval', () => expect(parseSchedule('5 seconds')).toEqual({ kind: 'interval', seconds: 5 }))
  test.each(['', '60 * * * *', '* * * *', '99 seconds', 'whenever'])('%j is none', (source) => expect(parseSchedule(source)).toBeUndefined())
})

const database = await useTestDatabase()
const db = new pg.Client({ connectionString: database.url })
let cron: Cron

beforeAll(async () => {
  await db.connect()
  await db.query('create table public.runs (who text, at timestamptz default clock_timestamp())')
  cron = startCron({ adminUrl: database.adminUrl, dbUrl: database.url })
})

afterAll(async () => {
  await cron.stop()
  await db.end()
})

const details = async (name: string) => {
  const { rows } = await db.query<{ status: string; return_message: string }>(
    "select d.status, d.return_message from cron.job_run_details d join cron.job j using (jobid) where j.jobname = $1 and d.status <> 'running' order by runid",
    [name],
  )
  return rows.length > 0 ? rows : undefined
}

describe('jobs', () => {
  test('run as the role that scheduled them, again and again, until unscheduled', async () => {
    await db.query("select cron.schedule('count', '1 seconds', 'insert into public.runs (who) select current_user')")
    const rows = await eventually(async () => {
      const result = await db.query<{ who: string }>('select who from public.runs')
      return result.rows.length >= 2 ? result.rows : undefined
    })
    expect(new Set(rows.map(({ who }) => who))).toEqual(new Set(['postgres']))
    expect((await details('count'))?.[0]).toEqual({ status: 'succeeded', return_message: 'INSERT 1' })
    await db.query("select cron.unschedule('count')")
    expect((await db.query("select from cron.job where jobname = 'count'")).rowCount).toBe(0)
  })

  test('one that fails is recorded and does not stop the others', async () => {
    await db.query("select cron.schedule('bad', '1 seconds', 'select 1/0'), cron.schedule('good', '1 seconds', 'select 1')")
    expect((await eventually(() => details('bad')))[0]).toEqual({ status: 'failed', return_message: 'ERROR: division by zero' })
    expect((await eventually(() => details('good')))[0]?.status).toBe('succeeded')
    await db.query("select cron.unschedule('bad'), cron.unschedule('good')")
  })

  test('never overlap', async () => {
    await db.query("select cron.schedule('slow', '1 seconds', 'select pg_sleep(1.5)')")
    await new Promise((resolve) => setTimeout(resolve, 2600))
    const { rows } = await db.query<{ n: string }>(
      "select count(*) as n from pg_stat_activity where query = 'select pg_sleep(1.5)' and state = 'active'",
    )
    expect(Number(rows[0]?.n)).toBeLessThanOrEqual(1)
    await db.query("select cron.unschedule('slow')")
  })

  test('a schedule that is none is refused', async () => {
    await expect(db.query("select cron.schedule('x', 'whenever', 'select 1')")).rejects.toThrow(/invalid schedule/)
  })
})

test('a clock that is set back two days does not stop what runs every second', async () => {
  await db.query("select cron.schedule('steady', '1 seconds', $$insert into public.runs (who) values ('steady')$$)")
  const runs = async () => (await db.query("select from public.runs where who = 'steady'")).rowCount ?? 0
  await eventually(async () => ((await runs()) > 0 ? true : undefined))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 2 * 86_400_000 })
  try {
    const before = await runs()
    await eventually(async () => ((await runs()) >= before + 2 ? true : undefined))
    expect(cron.healthy()).toBe(true)
  } finally {
    vi.useRealTimers()
    await db.query("select cron.unschedule('steady')")
  }
})

describe('after a time when the machine was off', () => {
  const runsOf = async (name: string) => {
    const { rows } = await db.query<{ n: number }>('select count(*)::int as n from public.runs where who = $1', [name])
    return rows[0]?.n
  }
  const schedule = async (name: string, when: string) => {
    const { rows } = await db.query<{ id: string }>('select cron.schedule($1, $2, $3) as id', [
      name,
      when,
      `insert into public.runs (who) values ('${name}')`,
    ])
    return rows[0]?.id
  }
  const admin = new pg.Client({ connectionString: database.adminUrl })
  const ran = (id: string | undefined, ago: string, message = 'INSERT 1') =>
    admin.query("insert into cron.job_run_details (jobid, status, return_message, start_time) values ($1, 'succeeded', $3, now() - $2::interval)", [
      id,
      ago,
      message,
    ])
  const seen = (id: string | undefined, ago: string) =>
    admin.query('insert into cron.job_first_seen (jobid, at) values ($1, now() - $2::interval) on conflict (jobid) do update set at = excluded.at', [
      id,
      ago,
    ])

  beforeAll(async () => {
    await admin.connect()
    await cron.stop()
    await db.query('truncate public.runs')
  })
  afterAll(() => admin.end())

  test('what was missed is run once, whatever else is not', async () => {
    // An hour that is neither now nor near.
    const hour = (new Date().getUTCHours() + 12) % 24
    const daily = `17 ${hour} * * *`
    const names = ['missed', 'never run', 'cut off', 'done', 'young', 'inactive']
    const ids: (string | undefined)[] = []
    for (const name of names) ids.push(await schedule(name, daily))
    const [missed, neverRun, cutOff, done, young, inactive] = ids
    for (const id of [missed, neverRun, cutOff, done, inactive]) await seen(id, '5 days')
    await ran(missed, '3 days')
    await ran(cutOff, '3 days')
    await ran(cutOff, '1 hour', 'server restarted')
    await ran(done, '1 hour')
    await seen(young, '1 minute')
    await db.query('select cron.alter_job($1, active => false)', [inactive])

    cron = startCron({ adminUrl: database.adminUrl, dbUrl: database.url })
    for (const name of ['missed', 'never run', 'cut off']) await eventually(async () => ((await runsOf(name)) === 1 ? true : undefined))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const counts: (number | undefined)[] = []
    for (const name of names) counts.push(await runsOf(name))
    expect(counts).toEqual([1, 1, 1, 0, 0, 0])

    await cron.stop()
    cron = startCron({ adminUrl: database.adminUrl, dbUrl: database.url })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await runsOf('missed')).toBe(1)
  })

  test('what ran more than a week ago is forgotten, but for the last run of a job', async () => {
    await cron.stop()
    const monthly = await schedule('monthly', '0 0 1 1 *')
    await seen(monthly, '40 days')
    for (const ago of ['30 days', '20 days', '8 days']) await ran(monthly, ago)
    const often = await schedule('often', '0 0 1 1 *')
    for (const ago of ['8 days', '6 days', '1 day']) await ran(often, ago)
    cron = startCron({ adminUrl: database.adminUrl, dbUrl: database.url })
    const left = async (id: string | undefined) => {
      const { rows } = await admin.query<{ days: number }>(
        "select extract(day from now() - start_time)::int as days from cron.job_run_details where jobid = $1 and status = 'succeeded' order by runid",
        [id],
      )
      return rows.map(({ days }) => days)
    }
    await eventually(async () => ((await left(monthly)).length === 1 ? true : undefined))
    expect([await left(monthly), await left(often)]).toEqual([[8], [6, 1]])
  })
})
