/** Folders and ports a start must refuse: a clear word, the remedy, and nothing touched. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { StackError } from './errors.ts'
import { isReachable, serviceUser } from './postgres-binaries.ts'
import { createCluster, startCluster } from './postgres.ts'
import { startStack, type StackOptions } from './stack.ts'
import { fixtureDir } from './testing/fixture-dir.ts'
import { eventually, temporaryDir } from './testing/stack.ts'

const dir = temporaryDir()
const isRoot = process.getuid?.() === 0

afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

const start = (dataDir: string, options: Partial<StackOptions> = {}) => startStack({ dataDir, port: 0, workdir: fixtureDir, ...options })

async function refusal(dataDir: string, options: Partial<StackOptions> = {}): Promise<StackError> {
  const outcome: unknown = await start(dataDir, options).then(
    (stack) => stack.stop(),
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(StackError)
  return outcome as StackError
}

function contents(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
}

function folderWith(name: string, files: Record<string, string>): string {
  const folder = path.join(dir, name)
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  return folder
}

const ready = { format: 1, postgres: '17', state: 'ready', site: 'anhui', createdAt: '2026-01-01T00:00:00Z' }

describe('refused, and left as it was', () => {
  test.each([
    ['somebody else’s folder', folderWith('foreign', { 'thesis.docx': 'x' }), /不是本系统的数据目录/, /DATA_DIR/],
    [
      'data of another Postgres',
      folderWith('older', { 'stack.json': JSON.stringify({ ...ready, postgres: '16' }), 'postgres/PG_VERSION': '16\n' }),
      /PostgreSQL 16/,
      /原版本/,
    ],
    [
      'a cluster of another Postgres',
      folderWith('swapped', { 'stack.json': JSON.stringify(ready), 'postgres/PG_VERSION': '15\n' }),
      /PostgreSQL 15/,
      /原版本/,
    ],
    ['data of a later version', folderWith('later', { 'stack.json': JSON.stringify({ ...ready, format: 9 }) }), /更新版本/, /DATA_DIR/],
    ['data without its cluster', folderWith('robbed', { 'stack.json': JSON.stringify(ready) }), /不完整/, /备份/],
  ])('%s', async (_name, folder, message, remedy) => {
    const before = contents(folder)
    const error = await refusal(folder)
    expect(error.message).toMatch(message)
    expect(error.remedy).toMatch(remedy)
    expect(contents(folder)).toEqual(before)
  })

  test('a folder that cannot be written', async () => {
    const file = path.join(folderWith('file', { plain: 'x' }), 'plain')
    const error = await refusal(path.join(file, 'data'))
    expect(error.message).toMatch(/无法写入/)
    expect(error.remedy).toMatch(/DATA_DIR/)
  })

  test('a port in use, before anything is made', async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const folder = path.join(dir, 'port')
    const error = await refusal(folder, { port })
    server.close()
    expect(error.message).toContain(`端口 ${port} 已被其他程序占用`)
    expect(error.remedy).toContain('PORT=')
    expect(fs.existsSync(path.join(folder, 'postgres'))).toBe(false)
  })
})

test('a second start on a folder in use, and another site’s', async () => {
  const folder = path.join(dir, 'twice')
  const first = await start(folder, { site: 'hubei' })
  expect((await refusal(folder)).message).toContain(first.url)
  await first.stop()
  const error = await refusal(folder, { site: 'anhui' })
  expect(error.message).toMatch(/属于站点 hubei/)
  const again = await start(folder)
  expect(again.site).toBe('hubei')
  await again.stop()
})

test('a later migration is applied at the next start, an edited one is said', async () => {
  const workdir = path.join(dir, 'work')
  fs.cpSync(fixtureDir, workdir, { recursive: true })
  const migrations = path.join(workdir, 'supabase/migrations')
  const folder = path.join(dir, 'migrating')
  await (await start(folder, { workdir })).stop()

  fs.appendFileSync(path.join(migrations, '20260101000000_fixture.sql'), '\n-- edited\n')
  fs.writeFileSync(
    path.join(migrations, '20260102000000_more.sql'),
    `create table public.more (id int primary key);
     alter table public.more enable row level security;
     create policy more_read on public.more for select to anon using (true);
     grant select on public.more to anon;`,
  )
  const logged: string[] = []
  const stack = await start(folder, { workdir, log: (line) => logged.push(line) })
  const response = await fetch(`${stack.url}/rest/v1/more`, { headers: { apikey: stack.publishableKey } })
  expect(await response.json()).toEqual([])
  expect(logged.join('\n')).toMatch(/20260101000000 在应用之后被修改/)
  await stack.stop()

  fs.writeFileSync(path.join(migrations, '20260103000000_broken.sql'), 'create table public.more (id int);')
  const error = await refusal(folder, { workdir })
  expect(error.message).toMatch(/数据库结构升级失败[\s\S]*already exists/)
  expect(error.remedy).toMatch(/数据未被删除/)
})

test('a first start that was killed half-way is made again, and says so', async () => {
  const folder = path.join(dir, 'half')
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'testing/run-stack.ts'), JSON.stringify({ dataDir: folder, port: 0 })], {
    stdio: 'ignore',
  })
  await eventually(() => fs.existsSync(folder) && fs.readdirSync(folder).some((name) => name.startsWith('postgres')))
  child.kill('SIGKILL')
  await once(child, 'exit')
  const logged: string[] = []
  const stack = await start(folder, { log: (line) => logged.push(line) })
  expect(logged.join('\n')).toMatch(/上次首次启动没有完成/)
  expect((await fetch(`${stack.url}/healthz`)).status).toBe(200)
  await stack.stop()
}, 30_000)

test.runIf(isRoot)('as root, below a folder only root may enter', async () => {
  const locked = path.join(dir, 'locked')
  fs.mkdirSync(locked, { mode: 0o700 })
  const dataDir = path.join(locked, 'postgres')
  const options = { dataDir, password: 'x', durable: false, logFile: path.join(dir, 'locked.log') }
  await createCluster(options)
  const user = serviceUser(dataDir)
  expect(user?.uid).not.toBe(0)
  expect(user && isReachable(dataDir, user)).toBe(false)
  const cluster = await startCluster(options)
  await cluster.stop()
})
