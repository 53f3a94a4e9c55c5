/** The whole stack as a process: what answers, what survives, what it leaves behind. */
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { isAlive } from './processes.ts'
import { descendants, readyOf, runStack, type StackChild } from './testing/child.ts'
import { eventually, temporaryDir } from './testing/stack.ts'

const dir = temporaryDir()
const data = path.join(dir, 'data')
let child: StackChild = await runStack(data)
const ready = () => readyOf(child)

afterAll(async () => {
  if (child.process.exitCode === null && child.process.signalCode === null) await child.end('SIGTERM')
  fs.rmSync(dir, { recursive: true, force: true })
})

const call = (pathname: string, init?: RequestInit) => fetch(ready().url + pathname, init)
const rest = { apikey: '', 'content-type': 'application/json', prefer: 'return=representation' }
const note = async (body: string) => {
  const response = await call('/rest/v1/notes', {
    method: 'POST',
    headers: { ...rest, apikey: ready().secretKey },
    body: JSON.stringify({ body }),
  })
  return response.status
}
const notes = async () => {
  const response = await call('/rest/v1/notes?select=body', { headers: { apikey: ready().secretKey } })
  return ((await response.json()) as { body: string }[]).map(({ body }) => body)
}
const health = async () => {
  const response = await call('/healthz')
  return { status: response.status, body: (await response.json()) as { down: string[]; parts: Record<string, string> } }
}
const healthy = () => eventually(async () => ((await health()).status === 200 ? true : undefined))

describe('a first start on an empty folder', () => {
  test('every part is up', async () => {
    expect(ready().isNew).toBe(true)
    expect(await health()).toEqual({
      status: 200,
      body: {
        status: 'ok',
        down: [],
        parts: { database: 'up', api: 'up', functions: 'up', realtime: 'up', storage: 'up', disk: 'up', cron: 'up', net: 'up' },
      },
    })
  })

  test('secrets and the URL of the database are for the owner only', () => {
    for (const name of ['secrets.json', 'running.json', 'stack.json']) expect(fs.statSync(path.join(data, name)).mode & 0o077).toBe(0)
  })

  test('SQL is told where the functions are', async () => {
    const client = new pg.Client({ connectionString: ready().dbUrl })
    await client.connect()
    const { rows } = await client.query('select key, value from private.settings order by key')
    await client.end()
    expect(rows).toEqual([
      { key: 'functions_url', value: `${ready().url}/functions/v1` },
      { key: 'service_key', value: ready().secretKey },
    ])
  })
})

describe('the gateway', () => {
  test('a function sees the true address, the API, its own environment, and nothing outside', async () => {
    const response = await call('/functions/v1/echo/deep?x=1', { method: 'POST', headers: { 'x-forwarded-for': '10.9.8.7' }, body: '你好' })
    const seen = (await response.json()) as { environment: string[] }
    expect(seen).toMatchObject({
      method: 'POST',
      path: '/echo/deep',
      address: '127.0.0.1',
      body: '你好',
      notes: 200,
      isNear: true,
      keyBytes: 32,
      outside: 'NotCapable',
    })
    expect(seen.environment.filter((name) => name.startsWith('SUPABASE'))).toEqual(['SUPABASE_ANON_KEY', 'SUPABASE_SERVICE_ROLE_KEY', 'SUPABASE_URL'])
  })

  test.each([
    ['unknown', 404, 'function.not_found'],
    ['broken', 503, 'function.boot_error'],
    ['..%2f_shared', 404, 'function.not_found'],
  ])('function %s: %d', async (name, status, code) => {
    const response = await call(`/functions/v1/${name}`)
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { error: { code } } })
  })

  test('a body beyond the limit is refused before it is read', async () => {
    const response = await call('/functions/v1/echo', { method: 'POST', body: new Uint8Array(65 * 1024 * 1024) }).catch(() => undefined)
    expect(response === undefined || response.status === 413).toBe(true)
  })

  test('without a key the API answers 401', async () => {
    expect((await call('/rest/v1/notes')).status).toBe(401)
  })
})

test.runIf(process.platform === 'linux')('no process of ours talks beyond this machine', () => {
  const pids = [child.process.pid ?? 0, ...descendants(child.process.pid ?? 0)]
  const inodes = new Set<string>()
  for (const pid of pids) {
    for (const fd of fs.readdirSync(`/proc/${pid}/fd`)) {
      const match = /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/${pid}/fd/${fd}`, 'utf8'))
      if (match?.[1]) inodes.add(match[1])
    }
  }
  const LOOPBACK = /^(0100007F|0{24}0{7}1|0{24}01000000|0{16}FFFF00000100007F)$/
  const NOWHERE = /^0+$/
  const strangers: string[] = []
  let own = 0
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    for (const line of fs.readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/)
      if (!inodes.has(fields[9] ?? '')) continue
      own += 1
      const [local = '', remote = ''] = [fields[1], fields[2]].map((address) => address?.split(':')[0] ?? '')
      if (!LOOPBACK.test(local) || !(LOOPBACK.test(remote) || NOWHERE.test(remote))) strangers.push(`${table} ${local} ${remote}`)
    }
  }
  expect(own).toBeGreaterThan(5)
  expect(strangers).toEqual([])
})

describe('a part is killed', () => {
  const apiNow = () => descendants(child.process.pid ?? 0).filter((pid) => commandOf(pid).includes('api-worker'))
  // A process of the list may have ended since: Postgres opens and closes one for each connection.
  const commandOf = (pid: number) => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    } catch {
      return ''
    }
  }

  test('Deno: it comes back and answers', async () => {
    process.kill(ready().deno, 'SIGKILL')
    const response = await call('/functions/v1/echo')
    expect(response.status).toBe(200)
    await healthy()
  })

  test('the API: who reads does not notice, and it comes back', async () => {
    const before = ready().api
    expect(before.length).toBeGreaterThan(0)
    before.forEach((pid) => process.kill(pid, 'SIGKILL'))
    const [ofFunction, ofPage] = await Promise.all([call('/functions/v1/echo').then((response) => response.json()), notes()])
    expect(ofFunction).toMatchObject({ notes: 200, isNear: false })
    expect(ofPage).toBeInstanceOf(Array)
    expect(await note('after the API was killed')).toBe(201)
    await healthy()
    expect(descendants(child.process.pid ?? 0).filter((pid) => before.includes(pid))).toEqual([])
  })

  test('the API, stopped without an end: it is named, ended and started anew', { timeout: 40_000 }, async () => {
    const running = apiNow()
    running.forEach((pid) => process.kill(pid, 'SIGSTOP'))
    expect((await health()).body.down).toContain('api')
    await eventually(async () => ((await health()).status === 200 ? true : undefined), 30_000)
    expect(running.filter((pid) => isAlive(pid))).toEqual([])
  })

  test('Postgres under load: what was acknowledged is there, once', async () => {
    const acknowledged: string[] = []
    let stop = false
    const writers = Array.from({ length: 8 }, async (_unused, writer) => {
      for (let i = 0; !stop; i += 1) {
        const body = `w${writer}-${i}`
        if ((await note(body).catch(() => 0)) === 201) acknowledged.push(body)
      }
    })
    await eventually(() => acknowledged.length > 50)
    process.kill(ready().postgres, 'SIGKILL')
    expect(await eventually(async () => ((await health()).body.down.includes('database') ? 'down' : undefined)).catch(() => 'quick')).toMatch(
      /down|quick/,
    )
    await healthy()
    const before = acknowledged.length
    await eventually(() => acknowledged.length > before + 20)
    stop = true
    await Promise.all(writers)
    const kept = await allNotes()
    expect(acknowledged.filter((body) => !kept.has(body))).toEqual([])
  })

  test('the API and Postgres at once', async () => {
    process.kill(Number(fs.readFileSync(path.join(data, 'postgres/postmaster.pid'), 'utf8').split('\n', 1)[0]), 'SIGKILL')
    apiNow().forEach((pid) => process.kill(pid, 'SIGKILL'))
    await healthy()
    expect(await note('after both were killed')).toBe(201)
  })
})

/** Past the row limit of the API. */
async function allNotes(): Promise<Set<string>> {
  const running = JSON.parse(fs.readFileSync(path.join(data, 'running.json'), 'utf8')) as { dbUrl: string }
  const client = new pg.Client({ connectionString: running.dbUrl })
  await client.connect()
  const { rows } = await client.query<{ body: string }>('select body from public.notes')
  await client.end()
  expect(new Set(rows.map(({ body }) => body)).size).toBe(rows.length)
  return new Set(rows.map(({ body }) => body))
}

describe('the end, and the next beginning', () => {
  test('SIGTERM: a clean end, no orphan, the data and the secrets are kept', async () => {
    const { secretKey } = ready()
    expect(await note('kept over a stop')).toBe(201)
    const below = descendants(child.process.pid ?? 0)
    expect(await child.end('SIGTERM')).toBe(0)
    await eventually(() => (below.some((pid) => isAlive(pid)) ? undefined : true))
    expect(fs.existsSync(path.join(data, 'running.json'))).toBe(false)

    child = await runStack(data)
    expect(ready()).toMatchObject({ isNew: false, secretKey })
    expect((await allNotes()).has('kept over a stop')).toBe(true)
  })

  test('kill -9 of the whole: nothing lives on, the next start finds everything', async () => {
    expect(await note('kept over a kill')).toBe(201)
    const below = descendants(child.process.pid ?? 0)
    await child.end('SIGKILL')
    await eventually(() => (below.some((pid) => isAlive(pid)) ? undefined : true))
    child = await runStack(data)
    await healthy()
    expect(await notes()).toBeInstanceOf(Array)
    expect((await allNotes()).has('kept over a kill')).toBe(true)
  })
})
