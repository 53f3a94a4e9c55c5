/**
 * Sends what SQL queued with net.http_post: at most once, as pg_net does. Only this machine may be called: the
 * networks these systems run in are closed, and people's data stays home.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf } from './errors.ts'
import { createPool } from './connections.ts'

export interface Net {
  healthy(): boolean
  stop(): Promise<void>
}

interface Queued {
  id: string
  method: string
  url: string
  headers: Record<string, string> | null
  body: Buffer | null
  timeout_milliseconds: number
}

interface Outcome {
  status: number | null
  contentType: string | null
  headers: Record<string, string> | null
  content: string | null
  timedOut: boolean
  error: string | null
}

const BATCH = 50
const POLL_MS = 1000
const MAX_CONTENT = 1024 * 1024

const CLAIM = `
  delete from net.http_request_queue
  where id in (select id from net.http_request_queue order by id limit ${BATCH} for update skip locked)
  returning id, method, url, headers, body, timeout_milliseconds
`

export function isAllowed(url: string, ownHost: string): boolean {
  try {
    const { protocol, hostname } = new URL(url)
    return (
      (protocol === 'http:' || protocol === 'https:') &&
      (hostname === ownHost || hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname))
    )
  } catch {
    return false
  }
}

const failed = (error: string, timedOut = false): Outcome => ({
  status: null,
  contentType: null,
  headers: null,
  content: null,
  timedOut,
  error,
})

async function request({ method, url, headers, body, timeout_milliseconds }: Queued, ownHost: string): Promise<Outcome> {
  if (!isAllowed(url, ownHost)) return failed('only loopback targets are allowed in the embedded stack')
  try {
    const response = await fetch(url, {
      method,
      headers: headers ?? {},
      body: body && method !== 'GET' ? new Uint8Array(body) : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout_milliseconds),
    })
    const content = (await response.text()).slice(0, MAX_CONTENT)
    return {
      status: response.status,
      contentType: response.headers.get('content-type'),
      headers: Object.fromEntries(response.headers),
      content,
      timedOut: false,
      error: null,
    }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return failed(timedOut ? `Timeout of ${timeout_milliseconds} ms reached` : messageOf(error), timedOut)
  }
}

export function startNet(adminUrl: string, ownHost = 'localhost'): Net {
  const pool = createPool(adminUrl, 'net', 3)
  const pending = new Set<Promise<void>>()
  let stopped = false
  let lastTick = performance.now()
  let lastCleaning = -Infinity
  let wake: () => void = () => undefined
  let quit: () => void = () => undefined
  const quitting = new Promise<void>((resolve) => {
    quit = resolve
  })

  async function deliver(queued: Queued): Promise<void> {
    const outcome = await request(queued, ownHost)
    await pool.query(
      `insert into net._http_response (id, status_code, content_type, headers, content, timed_out, error_msg)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [queued.id, outcome.status, outcome.contentType, outcome.headers, outcome.content, outcome.timedOut, outcome.error],
    )
  }

  async function tick(): Promise<void> {
    for (let more = true; more && !stopped;) {
      const { rows } = await pool.query<Queued>(CLAIM)
      for (const row of rows.sort((a, b) => Number(a.id) - Number(b.id))) {
        const sending = deliver(row)
          .catch(() => undefined)
          .finally(() => pending.delete(sending))
        pending.add(sending)
      }
      more = rows.length === BATCH
      if (more) await Promise.allSettled(pending)
    }
    if (performance.now() - lastCleaning > 3_600_000) {
      lastCleaning = performance.now()
      await pool.query("delete from net._http_response where created < now() - interval '6 hours'")
    }
    lastTick = performance.now()
  }

  /** A notice saves the wait; without the connection the poll alone does the work. */
  async function listen(): Promise<void> {
    while (!stopped) {
      try {
        await listenOnce()
      } catch {
        await delay(500)
      }
    }
  }

  async function listenOnce(): Promise<void> {
    const client = await pool.connect()
    const onNotice = () => wake()
    try {
      const gone = new Promise<void>((resolve) => client.once('end', resolve))
      client.on('notification', onNotice)
      await client.query('listen net_requests')
      await Promise.race([gone, quitting])
    } finally {
      client.off('notification', onNotice)
      client.release(true)
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const notice = new Promise<void>((resolve) => {
        wake = resolve
      })
      await tick().catch(() => undefined)
      const late = new AbortController()
      await Promise.race([notice, delay(POLL_MS, undefined, { signal: late.signal }).catch(() => undefined)])
      late.abort()
    }
  }

  const finished = Promise.all([run(), listen()])
  return {
    healthy: () => performance.now() - lastTick < 10_000,
    async stop() {
      stopped = true
      wake()
      quit()
      await finished
      await Promise.race([Promise.allSettled(pending), delay(3000)])
      await pool.end()
    },
  }
}
