/** `npm start` and `npm run dev`: the whole system from one command. */
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { messageOf, StackError } from './errors.ts'
import { projectDir } from './migrate.ts'
import type { DemoAccount } from './seeding.ts'
import { restSource } from '../seals/copy.ts'
import { startKeeper, type Keeper } from '../seals/keeper.ts'
import { siteProfiles } from '../seed/sites.ts'
import { isKeyBesideData } from './secrets.ts'
import { isBuildStale } from './site.ts'
import { startStack, type Stack } from './stack.ts'

const { values: flags } = parseArgs({ options: { empty: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } } })
const say = (line: string) => console.log(line)

function siteOf(value: string | undefined): string | undefined {
  const known = Object.keys(siteProfiles)
  if (!value || known.includes(value)) return value || undefined
  throw new StackError(`没有名为 ${value} 的站点。`, `SITE 可选：${known.join('、')}`)
}

let builder: ChildProcess | undefined

function fail(error: unknown): never {
  builder?.kill()
  console.error(`\n✗ ${messageOf(error)}`)
  if (error instanceof StackError) console.error(`  ${error.remedy}`)
  else if (error instanceof Error) console.error(error.stack)
  process.exit(1)
}

function portOf(value: string | undefined): number {
  const port = Number(value || '8000')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StackError(`PORT=${value} 不是有效的端口号。`, '请使用 1 至 65535 之间的数字，例如：PORT=8000 npm start')
}

function build(): Promise<void> {
  say('正在构建页面…')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(projectDir, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: projectDir,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    builder = child
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new StackError(`页面构建失败：\n${output.trim()}`, '请修正上述错误后重新启动。'))))
  })
}

function printAccounts(file: string): void {
  if (!fs.existsSync(file)) return
  const accounts = JSON.parse(fs.readFileSync(file, 'utf8')) as DemoAccount[]
  say('\n  演示账号')
  for (const { email, password, name = '', roles = [], org = '' } of accounts.slice(0, 12)) {
    say(`    ${email.padEnd(34)} ${password.padEnd(16)} ${[org, name, roles.join('、')].filter(Boolean).join(' · ')}`)
  }
  if (accounts.some((one) => one.totpSecret)) say('    管理员登录还要输入动态码，见 npm run demo:accounts')
  if (accounts.length > 12) say(`    … 共 ${accounts.length} 个，全部列表：npm run demo:accounts`)
}

const began = Date.now()
let launch: Promise<Stack> | undefined
let keeper: Keeper | undefined
let leaving = false

async function leave(code: number): Promise<void> {
  if (leaving) return
  leaving = true
  say('\n正在停止…')
  builder?.kill()
  // Stopped in the middle of starting: what is half up comes down in order too.
  await keeper?.stop()
  await Promise.race([launch?.then((stack) => stack.stop()), delay(30_000)]).catch(() => undefined)
  process.exit(code)
}

process.on('SIGINT', () => void leave(0))
process.on('SIGTERM', () => void leave(0))
process.on('SIGHUP', () => void leave(0))
// npm hands its signals to a shell that may keep them to itself; when our parent is gone, so are we.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void leave(0)
  }, 500).unref()
}
// One lost promise must not take the system down; it is said, and the part it belongs to is watched.
process.on('unhandledRejection', (reason) => console.error('未处理的错误：', messageOf(reason)))

try {
  const dataDir = path.resolve(projectDir, process.env.DATA_DIR || '.data')
  const port = portOf(process.env.PORT)
  const site = siteOf(process.env.SITE)
  const siteReady = !flags.dev && isBuildStale() ? build() : Promise.resolve()
  siteReady.catch(() => undefined)
  launch = startStack({
    dataDir,
    port,
    host: process.env.HOST || '127.0.0.1',
    ...(site ? { site } : {}),
    empty: flags.empty,
    dev: flags.dev,
    siteReady,
    log: say,
    onFailure: (error) => fail(new StackError(error.message, '系统已停止，数据保持完好；请查看上方日志后重新启动。')),
  })
  const stack = await launch
  if (leaving) await new Promise(() => undefined)
  keeper = startKeeper({
    file: path.resolve(projectDir, process.env.SEALS_FILE || path.join(dataDir, 'seals.jsonl')),
    source: restSource(stack.url, stack.publishableKey),
    warn: (line) => console.error(`⚠ 审计：${line}`),
  })
  say(`\n✓ 系统已就绪（${((Date.now() - began) / 1000).toFixed(1)} 秒）：${stack.url}`)
  say(`  站点 ${stack.site} · 数据目录 ${dataDir} · 健康检查 ${stack.url}/healthz`)
  if (isKeyBesideData()) say('  身份密钥在数据目录内，拷走目录即可打开身份；正式使用请用 REPORTER_KEY_FILE 另行保管')
  if (stack.seed.firstAdminLink) {
    say('\n  首批管理员注册链接（每个仅可使用一次）')
    for (const line of stack.seed.firstAdminLink.split('\n')) say(`    ${line}`)
  }
  if (!flags.empty) printAccounts(path.join(dataDir, 'demo-accounts.json'))
  say('\n  按 Ctrl+C 停止')
} catch (error) {
  if (!leaving) fail(error)
}
