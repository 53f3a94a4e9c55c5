/**
 * 封存: the public digests of the audit log, as a copy outside the database can check them without the log itself.
 * The link is the one of private.audit_seal_digest().
 */
import { createHash } from 'node:crypto'

/** As `GET /rest/v1/audit_seals` gives it and as a copy keeps it, one JSON line each. */
export interface Seal {
  id: number
  from_tx: string
  to_tx: string
  row_count: number
  rows_digest: string
  digest: string
  sealed_at: string
}

export function sealDigest(previous: string, seal: Seal): string {
  const seconds = Math.floor(Date.parse(seal.sealed_at) / 1000)
  return createHash('sha256').update([previous, seal.id, seal.from_tx, seal.to_tx, seal.row_count, seal.rows_digest, seconds].join('|')).digest('hex')
}

/** Why this seal cannot follow the one before it (undefined: the first of all); undefined when it can. */
export function linkFault(before: Seal | undefined, seal: Seal): string | undefined {
  if (seal.id !== (before?.id ?? 0) + 1) return `第 ${(before?.id ?? 0) + 1} 号封存缺失`
  if (seal.from_tx !== (before?.to_tx ?? '0')) return `第 ${seal.id} 号封存与上一号之间有空隙`
  if (seal.digest !== sealDigest(before?.digest ?? '', seal)) return `第 ${seal.id} 号封存的封存值与其内容不符`
  return undefined
}

/** The first fault of a whole chain. */
export function chainFault(seals: readonly Seal[]): string | undefined {
  for (const [index, seal] of seals.entries()) {
    const fault = linkFault(seals[index - 1], seal)
    if (fault) return fault
  }
  return undefined
}
