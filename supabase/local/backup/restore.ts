/** From a backup to a new data folder, every file checked on the way; and the check alone. */
import fs from 'node:fs'
import path from 'node:path'
import { StackError } from '../errors.ts'
import { serviceUser } from '../postgres-binaries.ts'
import { hasRoom } from '../disk.ts'
import { copyFile, digestOfFile, flush } from './copy-files.ts'
import { bytesOf, readManifest, type KeptFile, type Manifest } from './manifest.ts'

type Found = Pick<KeptFile, 'bytes' | 'sha256'> | undefined

const damageOf = (wanted: KeptFile, found: Found): string[] => {
  if (!found) return [`缺少 ${wanted.path}`]
  if (found.bytes !== wanted.bytes) return [`${wanted.path} 应为 ${wanted.bytes} 字节，实为 ${found.bytes} 字节`]
  return found.sha256 === wanted.sha256 ? [] : [`${wanted.path} 内容与备份时不同`]
}

/** What is not as it was written; empty: the backup is whole. Throws StackError of `readManifest`. */
export async function damagesOf(folder: string): Promise<{ manifest: Manifest; damages: string[] }> {
  const manifest = readManifest(folder)
  const damages: string[] = []
  for (const file of manifest.files) damages.push(...damageOf(file, await digestOfFile(path.join(folder, file.path))))
  return { manifest, damages }
}

function assertEmpty(target: string): void {
  if (fs.existsSync(target) && fs.readdirSync(target).length > 0)
    throw new StackError(`目录 ${target} 不是空的，未作任何改动。`, '请用 --to 指定一个新的目录；确认恢复成功后再停用原来的。')
}

/** As root, Postgres runs as somebody else, who must own what is theirs. */
function handOver(cluster: string): void {
  const user = serviceUser(cluster)
  if (!user) return
  fs.chownSync(cluster, user.uid, user.gid)
  for (const name of fs.readdirSync(cluster, { recursive: true }) as string[]) fs.chownSync(path.join(cluster, name), user.uid, user.gid)
}

/** Throws StackError, and then the target is as it was. It appears when all of it is there. */
export async function restoreBackup(folder: string, wanted: string): Promise<Manifest> {
  const target = path.resolve(wanted)
  const manifest = readManifest(folder)
  assertEmpty(target)
  const parent = path.dirname(target)
  fs.mkdirSync(parent, { recursive: true })
  if (!(await hasRoom(parent, bytesOf(manifest) + 64 * 2 ** 20)))
    throw new StackError(`${parent} 的空间不足，恢复需要 ${Math.ceil(bytesOf(manifest) / 2 ** 20)} MB。`, '请用 --to 指定另一块盘上的目录。')
  const staging = `${target}.restoring`
  fs.rmSync(staging, { recursive: true, force: true })
  try {
    fs.mkdirSync(staging, { mode: 0o700 })
    for (const name of manifest.folders) fs.mkdirSync(path.join(staging, name), { recursive: true, mode: 0o700 })
    const damages: string[] = []
    for (const file of manifest.files) damages.push(...damageOf(file, await copyFile(folder, staging, file.path)))
    if (damages.length > 0)
      throw new StackError(
        `备份已损坏，没有恢复：\n  ${damages.slice(0, 20).join('\n  ')}${damages.length > 20 ? `\n  等 ${damages.length} 处` : ''}`,
        '请改用另一份备份。',
      )
    await flush(
      staging,
      manifest.files.map((kept) => kept.path),
    )
    handOver(path.join(staging, 'postgres'))
    fs.rmSync(target, { recursive: true, force: true })
    fs.renameSync(staging, target)
    return manifest
  } catch (error) {
    fs.rmSync(staging, { recursive: true, force: true })
    throw error
  }
}
