/** Runs the jobs of cron.job, each as the role that scheduled it and never twice at a time. */
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { parseSchedule } from './cron-schedule.ts'
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
  schedule: string
  command: string
  database: string
  username: string
}

interface JobState {
  running: boolean
  pending: boolean
  nextAt: number
}

const TICK_MS = 500
const KEPT_HOURS = 24

export function startCron({ adminUrl, dbUrl }: CronOptions): Cron {
  const admin = createPool(adminUrl, 'cron', 2)
  const jobs = createPool(dbUrl, 'cron-job', 4)
  const states = new Map<string, JobState>()
  const running = new Set<Promise<void>>()
  let stopped = false
  let lastTick = Date.now()
  let lastMinute = Math.floor(Date.now() / 60_000)
  let lastCleaning = 0

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

  function consider(job: Job, now: number, minute: Date | undefined): void {
    const schedule = parseSchedule(job.schedule)
    if (!schedule) return
    const state = states.get(job.jobid) ?? { running: false, pending: false, nextAt: now }
    states.set(job.jobid, state)
    if (schedule.kind === 'interval') {
      if (state.running || now < state.nextAt) return
      state.nextAt = now + schedule.seconds * 1000
      launch(job, state)
    } else if (minute && schedule.matches(minute)) {
      if (state.running) state.pending = true
      else launch(job, state)
    }
  }

  async function tick(): Promise<void> {
    const { rows } = await admin.query<Job>(
      'select jobid, schedule, command, database, username from cron.job where active and database = current_database()',
    )
    const now = Date.now()
    const minuteNumber = Math.floor(now / 60_000)
    const minute = minuteNumber > lastMinute ? new Date(minuteNumber * 60_000) : undefined
    lastMinute = minuteNumber
    const known = new Set(rows.map((job) => job.jobid))
    for (const id of states.keys()) if (!known.has(id)) states.delete(id)
    rows.forEach((job) => consider(job, now, minute))
    if (now - lastCleaning > 3_600_000) {
      lastCleaning = now
      await admin.query(`delete from cron.job_run_details where start_time < now() - make_interval(hours => ${KEPT_HOURS})`)
      await admin.query("delete from realtime.messages where inserted_at < (now() at time zone 'utc') - interval '3 days'")
    }
    lastTick = Date.now()
  }

  async function run(): Promise<void> {
    // What was running when the last process ended will never be finished.
    await admin
      .query("update cron.job_run_details set status = 'failed', return_message = 'server restarted', end_time = now() where status = 'running'")
      .catch(() => undefined)
    while (!stopped) {
      // Away: the health check says so when it lasts.
      await tick().catch(() => undefined)
      await delay(TICK_MS)
    }
  }

  const finished = run()
  return {
    healthy: () => Date.now() - lastTick < 10_000,
    async stop() {
      stopped = true
      await finished
      await Promise.race([Promise.allSettled(running), delay(3000)])
      await Promise.allSettled([admin.end(), jobs.end()])
    },
  }
}
