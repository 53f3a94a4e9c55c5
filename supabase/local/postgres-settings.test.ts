/** Whose settings hold, and that nobody's can open the server to the network. */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withClient } from './connections.ts'
import { keepRotating, rotate } from './log-rotation.ts'
import { apiProcesses, memorySettings, thisMachine } from './machine.ts'
import { startCluster, type Cluster } from './postgres.ts'
import { eventually, temporaryDir } from './testing/stack.ts'

const dir = temporaryDir()
fs.chmodSync(dir, 0o711)
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

describe('the server', () => {
  const settingsFile = path.join(dir, 'postgres.conf')
  const start = () => startCluster({ dataDir: path.join(dir, 'postgres'), password: 'throw-away', durable: false, settingsFile })
  let cluster: Cluster

  beforeAll(async () => {
    cluster = await start()
  })
  afterAll(() => cluster.stop())

  const show = (name: string) =>
    withClient(
      cluster.adminUrl(),
      async (client) => (await client.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]?.value,
    )
  const execute = (sql: string) => withClient(cluster.adminUrl(), (client) => client.query(sql))
  const again = async () => {
    await cluster.stop()
    cluster = await start()
  }

  test('takes what the machine allows', async () => {
    const shown = await Promise.all(['max_connections', 'jit', 'log_error_verbosity', 'timezone'].map(show))
    expect(shown).toEqual([memorySettings(thisMachine()).max_connections, 'off', 'terse', 'UTC'])
  })

  test('what the operator wrote holds, in the end what was altered in the system', async () => {
    fs.writeFileSync(settingsFile, "work_mem = '9MB'\nmax_connections = 90\nlisten_addresses = '*'\n")
    await again()
    expect(await Promise.all(['work_mem', 'max_connections'].map(show))).toEqual(['9MB', '90'])
    await execute("alter system set work_mem = '11MB'")
    await execute("alter system set log_error_verbosity = 'default'")
    await execute('select pg_reload_conf()')
    await eventually(async () => ((await show('work_mem')) === '11MB' ? true : undefined))
    expect(await show('log_error_verbosity')).toBe('default')
    await again()
    expect(await Promise.all(['work_mem', 'max_connections'].map(show))).toEqual(['11MB', '90'])
    await execute('alter system reset all')
    fs.rmSync(settingsFile)
    await again()
    expect(await show('work_mem')).toBe(memorySettings(thisMachine()).work_mem)
  })

  test('is reached from this machine only, whatever is written', async () => {
    fs.writeFileSync(settingsFile, "listen_addresses = '*'\n")
    await execute("alter system set listen_addresses = '*'")
    await again()
    expect(await show('listen_addresses')).toBe('127.0.0.1')
  })

  test('says why it does not start with a setting that is none', async () => {
    await cluster.stop()
    fs.writeFileSync(settingsFile, "no_such_setting = 'x'\n")
    await expect(start()).rejects.toThrow(/no_such_setting/)
    fs.rmSync(settingsFile)
    cluster = await start()
  })
})

describe('what the machine allows', () => {
  test.each([
    [{ memoryMb: 1024, cores: 2 }, 1, { shared_buffers: '128MB', work_mem: '4MB', max_connections: '120' }],
    [{ memoryMb: 8192, cores: 4 }, 2, { shared_buffers: '1024MB', work_mem: '16MB', max_connections: '128' }],
    [{ memoryMb: 65_536, cores: 32 }, 8, { shared_buffers: '4096MB', work_mem: '64MB', max_connections: '400' }],
    [{ memoryMb: 2048, cores: 16 }, 1, { shared_buffers: '256MB', work_mem: '4MB', max_connections: '120' }],
  ])('%o: %d', (machine, processes, settings) => {
    expect(apiProcesses(machine)).toBe(processes)
    expect(memorySettings(machine)).toMatchObject(settings)
    expect(apiProcesses(machine) * 26 + 30).toBeLessThanOrEqual(Number(memorySettings(machine).max_connections))
  })
})

describe('the log', () => {
  test('grows no further while it is being written', async () => {
    const file = path.join(dir, 'some.log')
    const writer = fs.openSync(file, 'a')
    const stop = keepRotating(file, { maxBytes: 1000, everyMs: 10 })
    for (let i = 0; i < 40; i += 1) {
      fs.writeSync(writer, `${'x'.repeat(99)}\n`)
      await delay(5)
    }
    await delay(50)
    stop()
    fs.writeSync(writer, 'the end\n')
    fs.closeSync(writer)
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^(x+\n)*the end\n$/)
    for (const name of [file, `${file}.1`, `${file}.2`]) expect(fs.statSync(name).size).toBeLessThan(3000)
  })

  test('of older ones a few are kept', () => {
    const file = path.join(dir, 'other.log')
    for (let i = 1; i <= 5; i += 1) {
      fs.writeFileSync(file, String(i).repeat(11))
      rotate(file, { maxBytes: 10, kept: 2 })
    }
    expect(
      fs
        .readdirSync(dir)
        .filter((name) => name.startsWith('other'))
        .sort(),
    ).toEqual(['other.log', 'other.log.1', 'other.log.2'])
    expect(fs.readFileSync(`${file}.2`, 'utf8')).toBe('4'.repeat(11))
  })
})
