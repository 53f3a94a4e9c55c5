/**
 * Runs the jobs of cron.job, each as the role that scheduled it and never twice at a time. A time that passed while the
 * machine was off or asleep is made up for, once: a machine that is off at night would never do its nightly chores.
 * pg_cron does not do that.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { hasTimeWithin, parseSchedule } from './cron-schedule.ts'
import { messageOf } from './errors.ts'
import { createPool } from './connections.ts'

export interface Cron {
  healthy(): boolean
  stop(): Promise<void>
}

export interface CronOptions {
  /** Superuser, for the book-keeping. */
  adminUrl: string
  /** `postgres`, for the jobs. */
  dbUrl: string
}

interface Job {
  jobid: string
  /** Its last run, or else when we first saw it, in minutes; read when the job is new to us. */
  last_minute: string
  schedule: string
  command: string
  database: string
  username: string
}

interface JobState {
  running: boolean
  pending: boolean
  /** In ms since the process began: a clock that is set back must not stop what is due every ten seconds. */
  nextAt: number
  /** Up to that minute nothing is owed. */
  doneMinute: number
}

const TICK_MS = 500
const RESTARTED = 'server restarted'

const JOBS = `
  select j.jobid, j.schedule, j.command, j.database, j.username,
    floor(extract(epoch from greatest(f.at, (select max(d.start_time) from cron.job_run_details d
      where d.jobid = j.jobid and d.return_message is distinct from '${RESTARTED}'))) / 60) as last_minute
  from cron.job j join cron.job_first_seen f using (jobid)
  where j.active and j.database = current_database()
`

const NEW_JOBS = `insert into cron.job_first_seen (jobid) select jobid from cron.job on conflict do nothing`

/** The last run of a job stays, however long ago: it says what is owed. */
const PURGE = `
  delete from cron.job_run_details d
  where d.start_time < now() - interval '7 days'
    and exists (select from cron.job_run_details l where l.jobid = d.jobid and l.runid > d.runid)
`

export function startCron({ adminUrl, dbUrl }: CronOptions): Cron {
  const admin = createPool(adminUrl, 'cron', 2)
  const jobs = createPool(dbUrl, 'cron-job', 4)
  const states = new Map<string, JobState>()
  const running = new Set<Promise<void>>()
  let stopped = false
  let lastTick = performance.now()
  let lastCleaning = -Infinity

  async function execute({ username, command }: Job): Promise<string> {
    const client = await jobs.connect()
    let broken = true
    try {
      if (username !== 'postgres') await client.query(`set role ${client.escapeIdentifier(username)}`)
      const result: pg.QueryResult | pg.QueryResult[] = await client.query(command)
      const last = Array.isArray(result) ? result.at(-1) : result
      await client.query('discard all')
      broken = false
      return last ? `${last.command ?? ''} ${last.rowCount ?? ''}`.trim() : ''
    } finally {
      client.release(broken)
    }
  }

  async function record(job: Job): Promise<void> {
    const { rows } = await admin.query<{ runid: string }>(
      `insert into cron.job_run_details (jobid, database, username, command, status, start_time)
       values ($1, $2, $3, $4, 'running', clock_timestamp()) returning runid`,
      [job.jobid, job.database, job.username, job.command],
    )
    const finish = (status: string, message: string) =>
      admin.query('update cron.job_run_details set status = $2, return_message = $3, end_time = clock_timestamp() where runid = $1', [
        rows[0]?.runid,
        status,
        message,
      ])
    try {
      await finish('succeeded', await execute(job))
    } catch (error) {
      await finish('failed', `ERROR: ${messageOf(error)}`)
    }
  }

  function launch(job: Job, state: JobState): void {
    state.running = true
    const run = record(job)
      // The database went away in the middle; the next tick finds it again.
      .catch(() => undefined)
      .finally(() => {
        state.running = false
        running.delete(run)
        if (state.pending && !stopped) {
          state.pending = false
          launch(job, state)
        }
      })
    running.add(run)
  }

  function consider(job: Job): void {
    const schedule = parseSchedule(job.schedule)
    if (!schedule) return
    const state = states.get(job.jobid) ?? { running: false, pending: false, nextAt: 0, doneMinute: Number(job.last_minute) }
    states.set(job.jobid, state)
    const minute = Math.floor(Date.now() / 60_000)
    const doneMinute = state.doneMinute
    state.doneMinute = minute
    if (schedule.kind === 'interval') {
      const now = performance.now()
      if (state.running || now < state.nextAt) return
      state.nextAt = now + schedule.seconds * 1000
      launch(job, state)
    } else if (hasTimeWithin(schedule, doneMinute, minute)) {
      if (state.running) state.pending = true
      else launch(job, state)
    }
  }

  async function tick(): Promise<void> {
    await admin.query(NEW_JOBS)
    const { rows } = await admin.query<Job>(JOBS)
    const now = performance.now()
    const known = new Set(rows.map((job) => job.jobid))
    for (const id of states.keys()) if (!known.has(id)) states.delete(id)
    rows.forEach((job) => consider(job))
    if (now - lastCleaning > 3_600_000) {
      lastCleaning = now
      await admin.query(PURGE)
      await admin.query("delete from realtime.messages where inserted_at < (now() at time zone 'utc') - interval '3 days'")
    }
    lastTick = performance.now()
  }

  async function run(): Promise<void> {
    // What was running when the last process ended will never be finished.
    await admin
      .query(`update cron.job_run_details set status = 'failed', return_message = '${RESTARTED}', end_time = now() where status = 'running'`)
      .catch(() => undefined)
    while (!stopped) {
      // Away: the health check says so when it lasts.
      await tick().catch(() => undefined)
      await delay(TICK_MS)
    }
  }

  const finished = run()
  return {
    healthy: () => performance.now() - lastTick < 10_000,
    async stop() {
      stopped = true
      await finished
      await Promise.race([Promise.allSettled(running), delay(3000)])
      await Promise.allSettled([admin.end(), jobs.end()])
    },
  }
}
