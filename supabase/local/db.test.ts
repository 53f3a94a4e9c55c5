/** The commands around the database, as a person types them. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startStack } from './stack.ts'
import { fixtureDir } from './testing/fixture-dir.ts'
import { temporaryDir } from './testing/stack.ts'

const dir = temporaryDir()
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

function db(dataDir: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'db.ts'), ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

test('url, accounts and reset know whether the system runs', async () => {
  const data = path.join(dir, 'data')
  expect(db(data, 'url')).toMatchObject({ code: 1, err: expect.stringContaining('没有在运行') as string })

  const stack = await startStack({ dataDir: data, port: 0, workdir: fixtureDir })
  expect(db(data, 'url').out.trim()).toBe(stack.dbUrl)
  expect(db(data, 'reset', '--yes')).toMatchObject({ code: 1, err: expect.stringContaining('正在运行') as string })
  fs.writeFileSync(path.join(data, 'demo-accounts.json'), JSON.stringify([{ email: 'a@example.cn', password: 'x' }]))
  expect(JSON.parse(db(data, 'accounts', '--json').out)).toEqual([{ email: 'a@example.cn', password: 'x' }])
  await stack.stop()

  expect(db(data, 'reset')).toMatchObject({ code: 1, err: expect.stringContaining('--yes') as string })
  expect(fs.existsSync(path.join(data, 'postgres'))).toBe(true)
  expect(db(data, 'reset', '--yes').code).toBe(0)
  expect(fs.existsSync(data)).toBe(false)
})

test('reset leaves a folder that is not ours alone', () => {
  const foreign = path.join(dir, 'foreign')
  fs.mkdirSync(foreign)
  fs.writeFileSync(path.join(foreign, 'thesis.docx'), 'x')
  expect(db(foreign, 'reset', '--yes').code).toBe(1)
  expect(fs.readdirSync(foreign)).toEqual(['thesis.docx'])
})

test('an unknown command names the known ones', () => {
  expect(db(dir, 'dance').err).toContain('url、types、advisors、reset、accounts')
})
