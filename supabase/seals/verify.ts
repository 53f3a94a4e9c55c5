/** Rows against seals, seals against each other, and both against a copy that was kept elsewhere. */
import type pg from 'pg'
import { chainFault } from './chain.ts'
import { readCopy } from './copy.ts'

export interface Verification {
  /** In the database. */
  seals: number
  /** Sealed rows of the log. */
  rows: number
  /** In the copy. */
  kept: number
  faults: string[]
}

export async function verify(client: pg.ClientBase, file: string): Promise<Verification> {
  const copy = readCopy(file)
  const { rows: checked } = await client.query<{ seal_id: string; row_count: string; is_intact: boolean; digest: string }>(
    'select v.seal_id, v.row_count, v.is_intact, s.digest from private.audit_verify() as v join public.audit_seals as s on s.id = v.seal_id order by s.id',
  )
  const digests = new Map(checked.map(({ seal_id, digest }) => [Number(seal_id), digest]))
  const broken = chainFault(copy)
  return {
    seals: checked.length,
    rows: checked.reduce((sum, { row_count }) => sum + Number(row_count), 0),
    kept: copy.length,
    faults: [
      ...(broken ? [`副本：${broken}`] : []),
      ...checked.filter(({ is_intact }) => !is_intact).map(({ seal_id }) => `第 ${seal_id} 号封存与日志不一致`),
      ...copy
        .filter(({ id, digest }) => digests.get(id) !== digest)
        .map(({ id }) => (digests.has(id) ? `第 ${id} 号封存与副本不同` : `第 ${id} 号封存只在副本中，数据库中已没有`)),
    ],
  }
}
