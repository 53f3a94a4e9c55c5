/** `npm run seals -- keep|verify`: a copy of the seals of the audit log outside the database, and the check against it. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { withClient } from '../local/connections.ts'
import { readRunning } from '../local/data-dir.ts'
import { messageOf, StackError } from '../local/errors.ts'
import { projectDir } from '../local/migrate.ts'
import { PUBLISHABLE_KEY } from '../local/secrets.ts'
import { restSource, openCopy } from './copy.ts'
import { verify } from './verify.ts'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string' },
    url: { type: 'string' },
    key: { type: 'string' },
    db: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const dataDir = path.resolve(projectDir, process.env.DATA_DIR || '.data')
const file = path.resolve(flags.file ?? path.join(dataDir, 'seals.jsonl'))

function running() {
  const found = readRunning(dataDir)
  if (!found) throw new StackError('系统没有在运行。', '请先运行 npm start（或用 DATA_DIR 指明数据目录），或用 --url、--db 指明要核对的系统。')
  return found
}

/** One round, for a scheduler on any machine that reaches the public address. */
async function keep(): Promise<void> {
  const copy = openCopy(file, restSource(flags.url ?? running().url ?? '', flags.key ?? PUBLISHABLE_KEY))
  const fault = await copy.update()
  if (fault) throw new StackError(`${fault}。`, `副本 ${file} 未改动，请保留并交审计管理员核查。`)
  console.log(flags.json ? JSON.stringify({ file, last: copy.last ?? null }) : `副本 ${file} 已到第 ${copy.last?.id ?? 0} 号封存`)
}

async function check(): Promise<void> {
  const result = await withClient(flags.db ?? running().dbUrl ?? '', (client) => verify(client, file))
  if (flags.json) console.log(JSON.stringify(result))
  else {
    console.log(`数据库 ${result.seals} 号封存、${result.rows} 条日志；副本 ${file} 有 ${result.kept} 号`)
    result.faults.forEach((fault) => console.log(`✗ ${fault}`))
    if (result.faults.length === 0) console.log('✓ 日志与封存、封存与副本全部一致')
  }
  if (result.faults.length > 0) process.exitCode = 1
}

const COMMANDS: Record<string, () => Promise<void>> = { keep, verify: check }

try {
  const command = COMMANDS[positionals[0] ?? '']
  if (!command)
    throw new StackError(
      `未知命令 ${positionals[0] ?? ''}。`,
      '用法：npm run seals -- keep|verify [--file 副本] [--url 系统地址 --key 公开密钥] [--db 数据库地址] [--json]',
    )
  await command()
} catch (error) {
  console.error(`✗ ${messageOf(error)}`)
  if (error instanceof StackError) console.error(`  ${error.remedy}`)
  process.exitCode = 1
}
