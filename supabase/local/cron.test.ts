import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseSchedule } from './cron-schedule.ts'
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
