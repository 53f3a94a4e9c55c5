/** `npm run backup` and `npm run restore`. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf, StackError } from '../errors.ts'
import { projectDir } from '../migrate.ts'
import { drillBackup } from './drill.ts'
import { damagesOf, restoreBackup } from './restore.ts'
import { pruneBackups, sizeText, takeBackup } from './take.ts'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string' }, keep: { type: 'string' }, json: { type: 'boolean', default: false } },
})

const dataDir = path.resolve(projectDir, process.env.DATA_DIR || '.data')
const [command, from] = positionals

function backupNamed(): string {
  if (!from)
    throw new StackError('没有指明备份。', '请在命令后写出备份的目录，例如：npm run restore -- backups/anhui-20260101-020000 --to .data-restored')
  return path.resolve(projectDir, from)
}

async function take(): Promise<void> {
  const keep = flags.keep === undefined ? undefined : Number(flags.keep)
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
    throw new StackError(`--keep ${flags.keep} 不是正整数。`, '例如 --keep 14 保留最近 14 份。')
  const folder = path.resolve(projectDir, flags.to ?? 'backups')
  const { path: made, manifest } = await takeBackup({ dataDir, folder, log: (line) => console.error(line) })
  const removed = keep === undefined ? [] : pruneBackups(folder, manifest.site, keep)
  if (flags.json) return console.log(JSON.stringify({ path: made, files: manifest.files.length, removed }))
  console.log(`✓ 备份 ${made}（${sizeText(manifest)}）`)
  if (removed.length > 0) console.log(`  已删除较早的 ${removed.length} 份：${removed.join('、')}`)
  console.log(
    manifest.hasReporterKey
      ? '  内含全部数据和身份密钥，请限制读取并另存到别的机器；用 REPORTER_KEY_FILE 可让密钥不在其中。'
      : '  身份密钥不在其中，请另行离线保存，没有它身份密文无法打开。',
  )
}

async function check(): Promise<void> {
  const { manifest, damages } = await damagesOf(backupNamed())
  damages.forEach((damage) => console.log(`✗ ${damage}`))
  if (damages.length > 0) throw new StackError(`备份已损坏，${damages.length} 处。`, '请改用另一份备份，并检查存放它的磁盘。')
  console.log(`✓ 备份完整（${sizeText(manifest)}）`)
}

async function drill(): Promise<void> {
  const result = await drillBackup(backupNamed())
  if (flags.json) console.log(JSON.stringify(result))
  else {
    console.log(
      `恢复到临时目录并启动数据库，用时 ${result.seconds} 秒：人员 ${result.officers}、事项 ${result.items}、附件 ${result.attachments}、封存 ${result.seals} 号，日志到 ${result.lastEntry ?? '（没有）'}`,
    )
    result.faults.forEach((fault) => console.log(`✗ ${fault}`))
    if (result.faults.length === 0) console.log('✓ 附件与登记、日志与封存全部一致，已清除临时目录')
  }
  if (result.faults.length > 0) process.exitCode = 1
}

async function restore(): Promise<void> {
  const folder = backupNamed()
  const target = path.resolve(projectDir, flags.to ?? '.data-restored')
  const manifest = await restoreBackup(folder, target)
  console.log(`✓ 已恢复 ${manifest.site} 在 ${manifest.takenAt} 的备份到 ${target}`)
  console.log(`  启动：DATA_DIR=${target} npm start`)
  if (!manifest.hasReporterKey) console.log('  启动时请用 REPORTER_KEY_FILE 指明身份密钥。')
}

const COMMANDS: Record<string, () => Promise<void>> = { take, check, drill, restore }

try {
  const run = COMMANDS[command ?? '']
  if (!run) throw new StackError(`未知命令 ${command ?? ''}。`, `可用命令：${Object.keys(COMMANDS).join('、')}`)
  await run()
} catch (error) {
  console.error(`✗ ${messageOf(error)}`)
  if (error instanceof StackError) console.error(`  ${error.remedy}`)
  process.exitCode = 1
}
