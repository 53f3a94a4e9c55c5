/** A rehearsal: the backup restored to a folder of its own, its database started, and what is in it held against itself. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { verify } from '../../seals/verify.ts'
import { storedFile } from '../bridges/storage-files.ts'
import { withClient } from '../connections.ts'
import { startCluster } from '../postgres.ts'
import { digestOfFile } from './copy-files.ts'
import { restoreBackup } from './restore.ts'

export interface Drill {
  seconds: number
  officers: number
  items: number
  attachments: number
  seals: number
  /** The last entry of the audit log: up to when it goes. */
  lastEntry: string | null
  faults: string[]
}

async function attachmentFaults(client: pg.Client, storage: string): Promise<{ count: number; faults: string[] }> {
  const { rows } = await client.query<{ path: string; bytes: number; sha256: string }>(
    'select distinct on (a.storage_path) a.storage_path as path, a.bytes, a.sha256 from public.attachments as a join storage.objects as o on o.name = a.storage_path',
  )
  const faults: string[] = []
  for (const { path: name, bytes, sha256 } of rows) {
    const found = await digestOfFile(storedFile(storage, 'attachments', name))
    if (found?.sha256 !== sha256) faults.push(found ? `附件 ${name}（${bytes} 字节）内容不符` : `附件 ${name} 没有文件`)
  }
  return { count: rows.length, faults }
}

/** Throws StackError of `restoreBackup`, or that the database does not start. Leaves nothing behind. */
export async function drillBackup(folder: string): Promise<Drill> {
  const began = Date.now()
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'drill-'))
  try {
    const data = path.join(home, 'data')
    await restoreBackup(folder, data)
    const { supabaseAdmin } = JSON.parse(fs.readFileSync(path.join(data, 'secrets.json'), 'utf8')) as { supabaseAdmin: string }
    const cluster = await startCluster({ dataDir: path.join(data, 'postgres'), password: supabaseAdmin, logFile: path.join(data, 'postgres.log') })
    try {
      return await withClient(cluster.adminUrl(), async (client) => {
        const { rows } = await client.query<{ officers: number; items: number; last: Date | null }>(
          `select (select count(*)::int from public.officers) as officers, (select count(*)::int from public.work_items) as items,
             (select max(l.at) from private.audit_log as l) as last`,
        )
        const attachments = await attachmentFaults(client, path.join(data, 'storage'))
        const seals = await verify(client, path.join(data, 'seals.jsonl'))
        const { officers = 0, items = 0, last = null } = rows[0] ?? {}
        return {
          seconds: Math.round((Date.now() - began) / 100) / 10,
          officers,
          items,
          attachments: attachments.count,
          seals: seals.seals,
          lastEntry: last?.toISOString() ?? null,
          faults: [...attachments.faults, ...seals.faults],
        }
      })
    } finally {
      await cluster.stop()
    }
  } finally {
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
