/** Brings committed messages from the database, in commit order, also after it was away. */
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

export interface Message {
  id: string
  topic: string
  event: string
  /** JSON. */
  payload: string
}

export interface ListenerOptions {
  dbUrl: string
  /** Messages nobody listens to are not read. */
  isWanted: (topic: string) => boolean
  onMessage: (message: Message) => void
  /** `notify pgrst, 'reload schema'`, which PostgREST listens to. */
  onSchemaChange: () => void
  /** `notify rights, '<user id>'`: what they may do has changed; undefined: of anybody, while we were away. */
  onRightsChange: (user?: string) => void
}

export interface Listener {
  readonly connected: boolean
  /** Resolves with the first connection. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

const READ = "select id, topic, event, coalesce(payload, '{}')::text as payload from realtime.messages where id = any($1::uuid[]) and private"
/** What was committed while we were away, with a minute for transactions that began before. */
const MISSED = `
  select id, topic from realtime.messages
  where private and extension = 'broadcast' and inserted_at > (now() at time zone 'utc') - make_interval(secs => $1 + 60)
  order by inserted_at
`
const REMEMBERED = 20_000

export function startListener({ dbUrl, isWanted, onMessage, onSchemaChange, onRightsChange }: ListenerOptions): Listener {
  let stopped = false
  let client: pg.Client | undefined
  let connected = false
  let awaySince: number | undefined
  let queue: string[] = []
  let reading = false
  const seen = new Set<string>()
  let announceReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve
  })

  function remember(id: string): boolean {
    if (seen.has(id)) return false
    seen.add(id)
    if (seen.size > REMEMBERED) {
      const [oldest] = seen
      if (oldest) seen.delete(oldest)
    }
    return true
  }

  function take(id: string, topic: string): void {
    if (!remember(id) || !isWanted(topic)) return
    queue.push(id)
    void drain()
  }

  async function drain(): Promise<void> {
    if (reading) return
    reading = true
    try {
      while (queue.length > 0 && client && connected) {
        const batch = queue.slice(0, 500)
        const { rows } = await client.query<Message>(READ, [batch])
        queue = queue.slice(batch.length)
        const byId = new Map(rows.map((row) => [row.id, row]))
        for (const id of batch) {
          const row = byId.get(id)
          if (row) onMessage(row)
        }
      }
    } catch {
      // The connection broke: what is queued stays queued and is read on the next one.
    } finally {
      reading = false
    }
  }

  async function connectOnce(): Promise<void> {
    const next = new pg.Client({ connectionString: dbUrl, application_name: 'realtime', keepAlive: true })
    const gone = new Promise<void>((resolve) => {
      next.once('end', resolve)
      next.on('error', () => resolve())
    })
    next.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'pgrst') return onSchemaChange()
      if (channel === 'rights') return onRightsChange(payload)
      const space = payload.indexOf(' ')
      take(payload.slice(0, space), payload.slice(space + 1))
    })
    await next.connect()
    await next.query('listen realtime_messages; listen pgrst; listen rights')
    client = next
    connected = true
    announceReady()
    if (awaySince !== undefined) {
      const { rows } = await next.query<{ id: string; topic: string }>(MISSED, [Math.ceil((performance.now() - awaySince) / 1000)])
      rows.forEach((row) => take(row.id, row.topic))
      awaySince = undefined
      onSchemaChange()
      onRightsChange()
    }
    void drain()
    await gone
    connected = false
    awaySince ??= performance.now()
    client = undefined
    await next.end().catch(() => undefined)
  }

  async function run(): Promise<void> {
    for (let wait = 50; !stopped; wait = Math.min(wait * 2, 1000)) {
      try {
        await connectOnce()
        wait = 50
      } catch {
        connected = false
        awaySince ??= performance.now()
      }
      if (!stopped) await delay(wait)
    }
  }

  const finished = run()
  return {
    ready,
    get connected() {
      return connected
    },
    async stop() {
      stopped = true
      await client?.end().catch(() => undefined)
      await finished
    },
  }
}
