/** Of the project itself, while complaints come in; then of a stack that was killed; then what must be refused. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { demoPhoto } from '../../seed/demo-photo.ts'
import { challengeFrom, minimalFiling, proofOf, sendFiling } from '../../seed/modules/complaint/filing.ts'
import { withClient } from '../connections.ts'
import { projectDir } from '../migrate.ts'
import { PUBLISHABLE_KEY } from '../secrets.ts'
import { readyOf, runStack } from '../testing/child.ts'
import { temporaryDir } from '../testing/stack.ts'
import { drillBackup } from './drill.ts'
import { MANIFEST, readManifest } from './manifest.ts'
import { damagesOf, restoreBackup } from './restore.ts'
import { pruneBackups, takeBackup } from './take.ts'

const dir = temporaryDir()
const dataDir = path.join(dir, 'data')
const folder = path.join(dir, 'backups')
const options = { workdir: projectDir, site: 'anhui', empty: true, quiet: true }
const log = () => undefined
let child = await runStack(dataDir, options)
const challenge = await challengeFrom(readyOf(child).url, PUBLISHABLE_KEY)

afterAll(async () => {
  if (child.process.exitCode === null && child.process.signalCode === null) await child.end('SIGTERM')
  fs.rmSync(dir, { recursive: true, force: true })
})

const acknowledged: string[] = []
async function file(index: number): Promise<void> {
  const key = randomUUID()
  const form = { ...minimalFiling, reporter: { name: '张三', phone: `137${String(10_000_000 + index)}` } }
  const { url } = readyOf(child)
  const answer = await sendFiling({ url, publishableKey: PUBLISHABLE_KEY, key, proof: proofOf(key, challenge), form, photos: [demoPhoto(index)] })
  if (answer.status !== 200) throw new Error(`filing ${index}: ${answer.status} ${answer.error?.message ?? ''}`)
  acknowledged.push(...(answer.cases ?? []).map((one) => one.caseNo))
}

const caseNos = (dbUrl: string) =>
  withClient(dbUrl, async (client) =>
    (await client.query<{ case_no: string }>('select case_no from public.complaint_cases')).rows.map((row) => row.case_no),
  )

let online = ''
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

test('taken while complaints come in, it holds all that was acknowledged before its end', { timeout: 90_000 }, async () => {
  for (let index = 0; index < 4; index += 1) await file(index)
  let isTaking = true
  const filing = (async () => {
    for (let index = 4; isTaking && index < 25; index += 1) await file(index)
  })()
  const { path: made, manifest } = await takeBackup({ dataDir, folder, log })
  isTaking = false
  online = made
  expect(manifest).toMatchObject({ site: 'anhui', isOnline: true, hasReporterKey: true })
  await filing
  expect(await damagesOf(made)).toMatchObject({ damages: [] })

  const drill = await drillBackup(made)
  expect(drill).toMatchObject({ faults: [], officers: expect.any(Number) })
  expect(drill.attachments).toBeGreaterThanOrEqual(4)
  expect(drill.items).toBeGreaterThanOrEqual(4)

  const restored = path.join(dir, 'restored')
  await restoreBackup(made, restored)
  const second = await runStack(restored, options)
  try {
    const { dbUrl, url, isNew } = readyOf(second)
    expect(isNew).toBe(false)
    const kept = await caseNos(dbUrl)
    // In the order of the acknowledgements: the first so many of them, none left out in between.
    const told = acknowledged.filter((no) => kept.includes(no))
    expect(told.length).toBeGreaterThanOrEqual(4)
    expect(acknowledged.slice(0, told.length)).toEqual(told)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  } finally {
    await second.end('SIGTERM')
  }
})

test('of a stack that was killed, with nobody running', { timeout: 90_000 }, async () => {
  const before = await caseNos(readyOf(child).dbUrl)
  await child.end('SIGKILL')
  const { path: made, manifest } = await takeBackup({ dataDir, folder, log, now: new Date(Date.now() + 60_000) })
  expect(manifest.isOnline).toBe(false)
  expect(await drillBackup(made)).toMatchObject({ faults: [], items: before.length })
  child = await runStack(dataDir, options)
  expect(await caseNos(readyOf(child).dbUrl)).toEqual(before)
})

describe('damage', () => {
  /** The list of the true one with the three largest of its files. */
  const damaged = (change: (copy: string) => void): string => {
    const copy = path.join(dir, `damaged-${randomUUID()}`)
    const manifest = readManifest(online)
    const files = manifest.files.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3)
    for (const { path: name } of files) fs.cpSync(path.join(online, name), path.join(copy, name), { recursive: true })
    fs.writeFileSync(path.join(copy, MANIFEST), JSON.stringify({ ...manifest, files }))
    change(copy)
    return copy
  }
  const biggest = () => readManifest(online).files.toSorted((a, b) => b.bytes - a.bytes)[0]?.path ?? ''

  test.each<[string, (copy: string) => void, RegExp]>([
    ['a byte that is another', (copy) => flip(path.join(copy, biggest())), /内容与备份时不同/],
    ['a file cut short', (copy) => fs.truncateSync(path.join(copy, biggest()), 100), /应为 \d+ 字节，实为 100 字节/],
    ['a file that is gone', (copy) => fs.rmSync(path.join(copy, biggest())), /缺少/],
  ])('%s is named, and nothing is restored', async (_name, change, words) => {
    const copy = damaged(change)
    expect((await damagesOf(copy)).damages).toEqual([expect.stringMatching(words)])
    const target = path.join(dir, 'nowhere')
    expect(await refusal(restoreBackup(copy, target))).toMatch(words)
    expect(fs.existsSync(target) || fs.existsSync(`${target}.restoring`)).toBe(false)
    fs.rmSync(copy, { recursive: true })
  })

  test.each<[string, (text: string) => string, RegExp]>([
    ['half a list', (text) => text.slice(0, 500), /清单.*已损坏/],
    ['a list that leads out of the folder', (text) => text.replace('"stack.json"', '"../stack.json"'), /清单.*已损坏/],
    ['another format', (text) => text.replace('"format":1', '"format":2'), /格式是 2/],
    ['another Postgres', (text) => text.replace('"postgres":"17"', '"postgres":"16"'), /PostgreSQL 16/],
  ])('%s is refused', async (_name, change, words) => {
    const copy = path.join(dir, `list-${randomUUID()}`)
    fs.mkdirSync(copy)
    fs.writeFileSync(path.join(copy, MANIFEST), change(fs.readFileSync(path.join(online, MANIFEST), 'utf8')))
    expect(await refusal(restoreBackup(copy, path.join(dir, 'nowhere')))).toMatch(words)
  })
})

function flip(file: string): void {
  const bytes = fs.readFileSync(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  fs.writeFileSync(file, bytes)
}

test('what would do harm is refused, and leaves nothing', async () => {
  expect(await refusal(restoreBackup(online, dataDir))).toMatch(/不是空的/)
  expect(await refusal(restoreBackup(dir, path.join(dir, 'nowhere')))).toMatch(/不是完整的备份/)
  expect(await refusal(takeBackup({ dataDir, folder: path.join(dataDir, 'backups'), log }))).toMatch(/不能放在数据目录里面/)
  expect(await refusal(takeBackup({ dataDir: dir, folder, log }))).toMatch(/不是已启用的数据目录/)
  expect(fs.readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
})

test('the newest are kept, and what is no backup is not touched', () => {
  fs.mkdirSync(path.join(folder, 'anhui-20200101-000000'))
  const names = () => fs.readdirSync(folder).toSorted()
  expect(names()).toHaveLength(3)
  expect(pruneBackups(folder, 'hubei', 1)).toEqual([])
  expect(pruneBackups(folder, 'anhui', 1)).toEqual([path.basename(online)])
  expect(names()).toHaveLength(2)
  expect(names()).toContain('anhui-20200101-000000')
})
