/** What a backup says of itself: `backup.json`, written last, so that a folder without it is no backup. */
import fs from 'node:fs'
import path from 'node:path'
import { StackError } from '../errors.ts'
import { POSTGRES_MAJOR } from '../postgres-binaries.ts'

export const MANIFEST = 'backup.json'
const FORMAT = 1

export interface KeptFile {
  /** From the folder of the backup, with `/`. */
  path: string
  bytes: number
  sha256: string
}

export interface Manifest {
  format: number
  site: string
  postgres: string
  /** When it was begun; what was acknowledged before its end is in it. */
  takenAt: string
  /** Taken while the system was running. */
  isOnline: boolean
  /** Whether identities can be opened with what is in it. */
  hasReporterKey: boolean
  /** Folders that Postgres wants, empty ones too. */
  folders: string[]
  files: KeptFile[]
}

export const newManifest = (what: Pick<Manifest, 'site' | 'takenAt' | 'isOnline' | 'hasReporterKey'>): Manifest => ({
  format: FORMAT,
  postgres: POSTGRES_MAJOR,
  ...what,
  folders: [],
  files: [],
})

export const bytesOf = ({ files }: Manifest): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** A path that leads out of the folder is not taken from a file that somebody may have changed. */
const isInside = (name: string) => !path.isAbsolute(name) && !name.split(/[/\\]/).includes('..')

/** Throws StackError: no backup, a damaged list, another version. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, MANIFEST)
  if (!fs.existsSync(file))
    throw new StackError(`${folder} 不是完整的备份：没有 ${MANIFEST}。`, '请检查路径；备份中途停止的目录（.partial）不能用于恢复。')
  const found = parsed(fs.readFileSync(file, 'utf8'))
  if (
    !found ||
    !Array.isArray(found.files) ||
    !Array.isArray(found.folders) ||
    ![...found.folders, ...found.files.map((one) => one.path)].every(isInside)
  )
    throw new StackError(`备份的清单 ${file} 已损坏。`, '请改用另一份备份。')
  if (found.format !== FORMAT) throw new StackError(`备份的格式是 ${found.format}，本版本支持 ${FORMAT}。`, '请用制作该备份的版本恢复。')
  if (found.postgres !== POSTGRES_MAJOR)
    throw new StackError(
      `备份属于 PostgreSQL ${found.postgres}，本系统使用 PostgreSQL ${POSTGRES_MAJOR}。`,
      '请用制作该备份的版本恢复，再按升级说明迁移。',
    )
  return found
}

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}
