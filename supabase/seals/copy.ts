/** A copy of the seals in a file: JSON lines, only ever appended to. */
import fs from 'node:fs'
import { linkFault, type Seal } from './chain.ts'

/** Seals from this id on, oldest first; may be a part of them. */
export type SealSource = (fromId: number) => Promise<Seal[]>

const PAGE = 500

/** The public address of the system; the publishable key opens nothing that is not public. */
export const restSource =
  (url: string, key: string): SealSource =>
  async (fromId) => {
    const response = await fetch(`${url}/rest/v1/audit_seals?select=*&id=gte.${fromId}&order=id&limit=${PAGE}`, {
      headers: { apikey: key },
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`${url} 没有给出封存（HTTP ${response.status}）`)
    return (await response.json()) as Seal[]
  }

/**
 * What the copy holds. The line that a lost machine left half-written is not held; one that two keepers of the same file
 * wrote at the same moment says nothing new the second time.
 */
export function readCopy(file: string): Seal[] {
  if (!fs.existsSync(file)) return []
  const lines = new Set(fs.readFileSync(file, 'utf8').split('\n').slice(0, -1))
  return [...lines].map((line) => JSON.parse(line) as Seal)
}

/** More than any one line. */
const TAIL_BYTES = 4096

/** The last whole line, found without reading years of others; a half one behind it is cut off. */
function lastOf(file: string): Seal | undefined {
  if (!fs.existsSync(file)) return undefined
  const handle = fs.openSync(file, 'r+')
  try {
    const { size } = fs.fstatSync(handle)
    const start = Math.max(0, size - TAIL_BYTES)
    const tail = Buffer.alloc(size - start)
    fs.readSync(handle, tail, 0, tail.length, start)
    const end = tail.lastIndexOf('\n') + 1
    if (start + end < size) fs.ftruncateSync(handle, start + end)
    const line = tail.subarray(0, end).toString('utf8').trimEnd().split('\n').at(-1)
    return line ? (JSON.parse(line) as Seal) : undefined
  } finally {
    fs.closeSync(handle)
  }
}

function append(file: string, seals: readonly Seal[]): void {
  const handle = fs.openSync(file, 'a', 0o644)
  try {
    fs.writeSync(handle, seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''))
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

export interface Copy {
  /** Fetches what is new; what is wrong with it, undefined when nothing is. A faulty seal is not taken in. */
  update(): Promise<string | undefined>
  readonly last: Seal | undefined
}

export function openCopy(file: string, source: SealSource): Copy {
  /** The last one is asked for again: a database that has lost or rewritten it has been tampered with or put back. */
  async function update(): Promise<string | undefined> {
    for (;;) {
      // Read each time: the running system and a scheduler may keep the same file.
      const last = lastOf(file)
      const served = await source(last?.id ?? 1)
      const known = last ? served.shift() : undefined
      if (last && known?.digest !== last.digest)
        return known ? `第 ${last.id} 号封存与副本不同，日志可能被改写` : `副本已有第 ${last.id} 号封存，数据库中没有，日志可能被删除或恢复为旧备份`
      if (served.length === 0) return undefined
      const good: Seal[] = []
      let fault: string | undefined
      for (const seal of served) {
        fault = linkFault(good.at(-1) ?? last, seal)
        if (fault) break
        good.push(seal)
      }
      const held = lastOf(file)?.id ?? 0
      append(
        file,
        good.filter(({ id }) => id > held),
      )
      if (fault) return fault
    }
  }
  return {
    update,
    get last() {
      return lastOf(file)
    },
  }
}
